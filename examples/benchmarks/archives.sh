#!/bin/sh
# Measures whole commands that turn an MRT archive into text, weir and its peers in turn: `weir mrt
# cat`, `bgpctl show mrt`, `bgpdump -m`. Needs Debian's bgpdump, openbgpd and time.
set -eu

if [ $# -lt 1 ] || [ "$1" = -h ]; then
  cat <<'TEXT'
usage: archives.sh FILE [ROUNDS] [TIMES]

  FILE     an archive; unpack it first, or the decompressor is measured too
  ROUNDS   how often each command runs (default: 5); each round runs all of them
  TIMES    how often FILE stands on the command line of weir; the peers, which take one
           file, run as often in a row (default: 1)

WEIR names the program to measure (default: cli/bin/weir of this checkout). A line has the median
(least-most) of wall seconds, the median of processor seconds, and the ratio of the medians of wall
time to those of the last command.
TEXT
  exit 2
fi

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
weir=${WEIR:-$here/../../cli/bin/weir}
file=$1
rounds=${2:-5}
times=${3:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

repeated() {
  i=0
  while [ "$i" -lt "$times" ]; do
    printf ' %s' "$1"
    i=$((i + 1))
  done
}

in_a_row() {
  printf 'for i in %s; do %s; done' "$(repeated x)" "$1"
}

measure() { # NAME COMMAND
  command time -a -o "$work/$1" -f '%e %U %S' sh -c "$2" >/dev/null 2>&1 || true
}

"$weir" mrt cat --format bgpdump "$file" >/dev/null
round=0
while [ "$round" -lt "$rounds" ]; do
  measure weir "exec $weir mrt cat --format bgpdump $(repeated "$file")"
  measure bgpctl "$(in_a_row "bgpctl show mrt file $file")"
  measure bgpdump "$(in_a_row "bgpdump -m $file")"
  round=$((round + 1))
done

for name in weir bgpctl bgpdump; do
  awk -v name="$name" 'NF == 3 { print $1, $2 + $3 }' "$work/$name" | sort -n >"$work/$name.sorted"
done
base=$(awk '{ w[NR] = $1 } END { print w[int((NR + 1) / 2)] }' "$work/bgpdump.sorted")
for name in weir bgpctl bgpdump; do
  awk -v name="$name" -v base="$base" '
    { w[NR] = $1; c[NR] = $2 }
    END {
      m = int((NR + 1) / 2)
      printf "%-8s wall %.2f (%.2f-%.2f) s, processor %.2f s, ratio %.3f\n",
        name, w[m], w[1], w[NR], c[m], w[m] / base
    }' "$work/$name.sorted"
done
