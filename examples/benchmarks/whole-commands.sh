#!/bin/sh
# Measures whole commands, weir and its peers in turn: signing, parsing and verifying a registry's
# zone. Needs Debian's bind9-utils, ldnsutils, knot-dnssecutils and time; see README.md.
set -eu

usage() {
  cat <<'TEXT'
usage: whole-commands.sh TASK [options]

TASK
  sign      read a zone file, sign it (KSK and ZSK), write the signed zone file
  parse     read a zone file and check it
  verify    verify every signature and the chain of a signed zone file
  all       the three of them

options
  -n LIST   delegations of the zones            (default: "100000")
  -m LIST   modes: nsec nsec3 optout            (default: all)
  -a LIST   algorithm numbers                   (default: "13")
  -r N      rounds                              (default: 5)
  -j N      threads                             (default: all processors)
  -p LIST   peers; sign:   knot bind bind-verify ldns   (default: knot bind ldns)
                   parse:  kzonecheck bind ldns         (default: kzonecheck bind ldns)
                   verify: bind kzonecheck ldns         (default: bind kzonecheck ldns)
  -x N=CMD  one more command named N; placeholders {zone} {signed} {origin} {ksk} {zsk} {mode}
            {out} {threads}; may be repeated
  -z FILE   this zone file in place of generated ones
  -o NAME   the zone's name, with its final dot (default: tld.)
  -t SEC    time limit of one run               (default: 900)
  -w DIR    work directory, kept                (default: target/whole-commands)
  -M FILE   append the results to FILE as Markdown
  -h        this text

WEIR names the program to measure (default: cli/bin/weir of this checkout), JAVA the JDK 25 that
runs the generator.

Every round runs each command once, so that all see the same weather. A line of the result has the
median (least-most) over the rounds of wall time, processor time and peak memory; a ratio is one
median over another.
TEXT
}

die() {
  echo "whole-commands.sh: $*" >&2
  exit 2
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
weir=${WEIR:-$root/cli/bin/weir}

case ${1:-} in
  sign | parse | verify) tasks=$1 ;;
  all) tasks='sign parse verify' ;;
  -h | --help)
    usage
    exit 0
    ;;
  *)
    usage >&2
    exit 2
    ;;
esac
shift

counts=100000 modes='nsec nsec3 optout' algorithms=13 rounds=5 peers=usual given='' origin=tld.
threads=$(getconf _NPROCESSORS_ONLN) limit=900 work=$here/target/whole-commands markdown='' extras=''
while getopts n:m:a:r:j:p:x:z:o:t:w:M:h option; do
  case $option in
    n) counts=$OPTARG ;;
    m) modes=$OPTARG ;;
    a) algorithms=$OPTARG ;;
    r) rounds=$OPTARG ;;
    j) threads=$OPTARG ;;
    p) peers=$OPTARG ;;
    x) extras="$extras$OPTARG
" ;;
    z) given=$OPTARG ;;
    o) origin=$OPTARG ;;
    t) limit=$OPTARG ;;
    w) work=$OPTARG ;;
    M) markdown=$OPTARG ;;
    h)
      usage
      exit 0
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
done
case $origin in *.) ;; *) die "the name of the zone must end in a dot" ;; esac
[ -x /usr/bin/time ] || die "/usr/bin/time is missing (Debian package time)"
mkdir -p "$work"
work=$(CDPATH='' cd -- "$work" && pwd)
plan=$work/plan runs=$work/runs log=$work/log
: >"$log"

# --- what is measured -----------------------------------------------------------------------------

find_java() {
  java=${JAVA:-}
  [ -z "$java" ] || return 0
  for home in "${JAVA_HOME:-none}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25*; do
    if [ -x "$home/bin/java" ] && grep -q '^JAVA_VERSION="25' "$home/release" 2>/dev/null; then
      java=$home/bin/java
      return 0
    fi
  done
  die "no JDK 25 found to generate the zones; set JAVA to its java"
}

zone_of() { # COUNT: sets zone and label
  if [ -n "$given" ]; then
    zone=$given label=$(basename -- "$given")
    return
  fi
  zone=$work/tld-$1.zone label="$1 delegations"
  if [ ! -e "$zone" ]; then
    find_java
    "$java" "$here/zones/ZoneGenerator.java" "$1" "$origin" >"$zone.new"
    mv "$zone.new" "$zone"
  fi
}

keys_of() { # ALGORITHM: sets ksk and zsk, the base names of a key pair each
  keys=$work/keys-$1-$(printf %s "$origin" | tr -c 'A-Za-z0-9' _)
  if [ ! -d "$keys" ]; then
    bits=''
    case $1 in 8 | 10) bits='-b 2048' ;; esac
    mkdir "$keys.new"
    # shellcheck disable=SC2086
    dnssec-keygen -q -K "$keys.new" -a "$1" $bits -f KSK "$origin" >"$keys.new/ksk"
    # shellcheck disable=SC2086
    dnssec-keygen -q -K "$keys.new" -a "$1" $bits "$origin" >"$keys.new/zsk"
    mv "$keys.new" "$keys"
  fi
  ksk=$keys/$(cat "$keys/ksk") zsk=$keys/$(cat "$keys/zsk")
}

bind_sign() { # MODE OUT FLAGS
  case $1 in nsec) chain= ;; nsec3) chain='-3 - -H 0' ;; optout) chain='-3 - -H 0 -A' ;; esac
  echo "dnssec-signzone -S -x -q $3 -n $threads -K $keys -d $work $chain -O full -o $origin -f $2 $zone"
}

# Knot signs from a configuration and a database of keys, which every run begins with anew.
knot_setup() { # DIRECTORY MODE
  rm -rf "$1"
  mkdir -p "$1/pristine"
  chain='nsec3: off'
  case $2 in nsec3) chain='nsec3: on' ;; optout) chain='nsec3: on
    nsec3-opt-out: on' ;; esac
  cat >"$1/knot.conf" <<CONF
server:
  rundir: $1
database:
  storage: $1
  kasp-db: kasp
policy:
  - id: all-threads
    manual: on
    signing-threads: $threads
    rrsig-lifetime: 30d
    nsec3-iterations: 0
    nsec3-salt-length: 0
    $chain
template:
  - id: default
    dnssec-signing: on
    dnssec-policy: all-threads
    semantic-checks: off
zone:
  - domain: $origin
    file: $zone
CONF
  for key in "$ksk" "$zsk"; do
    keymgr -c "$1/knot.conf" "$origin" import-bind "$key.key" >>"$log"
  done
  mv "$1/kasp" "$1/pristine/"
}

# --- the plan: NAME, OUTPUT, PREPARATION and COMMAND, one a line, parted by tabs -------------------

add() { # NAME OUTPUT PREPARATION COMMAND
  printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" >>"$plan"
}

add_extras() { # MODE
  printf %s "$extras" | while IFS= read -r line; do
    name=${line%%=*}
    out=$work/out-$name
    command=$(printf '%s\n' "${line#*=}" | sed -e "s|{zone}|$zone|g" -e "s|{signed}|$signed|g" \
      -e "s|{origin}|$origin|g" -e "s|{ksk}|$ksk|g" -e "s|{zsk}|$zsk|g" -e "s|{mode}|$1|g" \
      -e "s|{threads}|$threads|g" -e "s|{out}|$out|g")
    add "$name" "$out" "rm -f $out" "$command"
  done
}

chosen() { # USUAL
  if [ "$peers" = usual ]; then echo "$1"; else echo "$peers"; fi
}

plan_sign() { # MODE
  case $1 in nsec) flags= ;; nsec3) flags=--nsec3 ;; optout) flags='--nsec3 --opt-out' ;; esac
  out=$work/out-weir
  add weir "$out" "rm -f $out" \
    "$weir sign -o $origin $flags --threads $threads -f $out $zone $ksk $zsk"
  for peer in $(chosen 'knot bind ldns'); do
    out=$work/out-$peer
    case $peer in
      knot)
        dir=$work/knot-$1
        knot_setup "$dir" "$1"
        add kzonesign "$dir/out" \
          "rm -rf $dir/kasp $dir/out && cp -a $dir/pristine/kasp $dir/kasp && mkdir $dir/out" \
          "kzonesign -c $dir/knot.conf -o $dir/out $origin"
        ;;
      bind) add 'dnssec-signzone -P' "$out" "rm -f $out" "$(bind_sign "$1" "$out" -P)" ;;
      bind-verify) add dnssec-signzone "$out" "rm -f $out" "$(bind_sign "$1" "$out" '')" ;;
      ldns)
        case $1 in nsec) chain= ;; nsec3) chain='-n -t 0' ;; optout) chain='-n -t 0 -p' ;; esac
        add ldns-signzone "$out" "rm -f $out" \
          "ldns-signzone -o $origin $chain -f $out $zone $ksk $zsk"
        ;;
      *) die "no peer called $peer signs" ;;
    esac
  done
  add_extras "$1"
}

plan_parse() {
  add weir '' : "$weir zone check -o $origin --threads $threads $zone"
  for peer in $(chosen 'kzonecheck bind ldns'); do
    case $peer in
      kzonecheck) add kzonecheck '' : "kzonecheck -d off -o $origin $zone" ;;
      bind)
        add named-checkzone '' : \
          "named-checkzone -q -i none -k ignore -m ignore -r ignore $origin $zone"
        ;;
      ldns) add ldns-read-zone '' : "ldns-read-zone $zone" ;;
      *) die "no peer called $peer parses" ;;
    esac
  done
  add_extras ''
}

plan_verify() { # MODE
  add weir '' : "$weir verify -o $origin --threads $threads $signed"
  for peer in $(chosen 'bind kzonecheck ldns'); do
    case $peer in
      bind) add dnssec-verify '' : "dnssec-verify -q -x -o $origin $signed" ;;
      kzonecheck) add kzonecheck '' : "kzonecheck -d on -o $origin $signed" ;;
      # ldns finds fault with delegations that opt out; what it computes is the same.
      ldns) add ldns-verify-zone '' : "ldns-verify-zone -V 0 -k $ksk.key $signed || test \$? -lt 126" ;;
      *) die "no peer called $peer verifies" ;;
    esac
  done
  add_extras "$1"
}

# --- the runs -------------------------------------------------------------------------------------

run_plan() {
  : >"$runs"
  tab=$(printf '\t')
  round=0
  while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    while IFS= read -r line <&3; do
      name=${line%%"$tab"*} rest=${line#*"$tab"}
      out=${rest%%"$tab"*} rest=${rest#*"$tab"}
      prepare=${rest%%"$tab"*} command=${rest#*"$tab"}
      echo "round $round of $rounds: $name" >&2
      sh -c "$prepare" >>"$log" 2>&1 || die "$name: cannot prepare a run, see $log"
      echo "+ $command" >>"$log"
      case $command in *'||'*) ;; *) command="exec $command" ;; esac
      if /usr/bin/time -q -f '%e %U %S %M' -o "$work/time" \
        timeout "$limit" sh -c "$command" </dev/null >"$work/said" 2>&1; then
        read -r wall user system peak <"$work/time"
        signatures=''
        [ -z "$out" ] || signatures=$(cat "$out"* "$out"/* 2>/dev/null | grep -cE "$rrsig" || :)
        printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$name" "$wall" "$user" "$system" "$peak" "$signatures" >>"$runs"
      else
        echo "$name: failed with exit status $?, see $log" >&2
      fi
      tail -n 20 "$work/said" >>"$log"
    done 3<"$plan"
  done
}

rrsig='[[:space:]]RRSIG[[:space:]]+[A-Z0-9]+[[:space:]]+[0-9]+[[:space:]]+[0-9]+[[:space:]]+[0-9]+'

report() { # TITLE
  awk -F '\t' -v title="$1" '
    function sorted(name, column,   i, j, n, v) {
      n = count[name]
      for (i = 1; i <= n; i++) list[i] = value[name, column, i]
      for (i = 2; i <= n; i++) {
        v = list[i]
        for (j = i - 1; j >= 1 && list[j] > v; j--) list[j + 1] = list[j]
        list[j + 1] = v
      }
      return n
    }
    function median(name, column,   n) {
      n = sorted(name, column)
      return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
    }
    function cell(name, column, format,   n, m) {
      m = median(name, column)
      n = count[name]
      return sprintf(format " (" format "-" format ")", m, list[1], list[n])
    }
    {
      if (!($1 in count)) order[++names] = $1
      i = ++count[$1]
      value[$1, "wall", i] = $2 + 0
      value[$1, "cpu", i] = $3 + $4
      value[$1, "peak", i] = $5 / 1024
      signatures[$1] = $6
    }
    END {
      print "### " title "\n"
      print "| command | runs | wall s | processor s | peak MiB | signatures | weir / it: wall | memory |"
      print "|---|---|---|---|---|---|---|---|"
      for (i = 1; i <= names; i++) {
        name = order[i]
        wall = median(name, "wall")
        peak = median(name, "peak")
        ratio = memory = ""
        if (name != "weir" && "weir" in count) {
          if (wall > 0) ratio = sprintf("%.2f", median("weir", "wall") / wall)
          memory = sprintf("%.2f", median("weir", "peak") / peak)
          if (fastest == "" || wall < median(fastest, "wall")) fastest = name
          if (leanest == "" || peak < median(leanest, "peak")) leanest = name
        }
        printf "| %s | %d | %s | %s | %s | %s | %s | %s |\n", name, count[name], cell(name, "wall", "%.2f"), cell(name, "cpu", "%.2f"), cell(name, "peak", "%.0f"), signatures[name], ratio, memory
      }
      if (fastest != "") {
        printf "\nWall time %.2f of the fastest peer (%s), peak memory %.2f of the leanest (%s).\n", median("weir", "wall") / median(fastest, "wall"), fastest, median("weir", "peak") / median(leanest, "peak"), leanest
      }
      print ""
    }' "$runs" >"$work/report"
  cat "$work/report"
  [ -z "$markdown" ] || cat "$work/report" >>"$markdown"
}

measure() { # TASK MODE ALGORITHM
  : >"$plan"
  "plan_$1" "$2"
  run_plan
  case $1 in parse) what='' ;; *) what=", algorithm $3, $2" ;; esac
  report "$1, $label$what"
}

"$weir" --version </dev/null >&2 || die "$weir does not run"
[ -z "$given" ] || counts=given
signed=''
for count in $counts; do
  zone_of "$count"
  for task in $tasks; do
    if [ "$task" = parse ]; then
      keys='' ksk='' zsk=''
      measure parse '' ''
      continue
    fi
    for algorithm in $algorithms; do
      keys_of "$algorithm"
      for mode in $modes; do
        if [ "$task" = verify ]; then
          signed=$work/signed-$algorithm-$mode-$(basename -- "$zone")
          if [ ! -e "$signed" ]; then
            sh -c "$(bind_sign "$mode" "$signed.new" -P)" >>"$log" 2>&1
            mv "$signed.new" "$signed"
          fi
        fi
        measure "$task" "$mode" "$algorithm"
      done
    done
  done
done
