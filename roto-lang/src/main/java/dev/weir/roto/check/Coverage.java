package dev.weir.roto.check;

import dev.weir.roto.tree.Pattern;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whether the arms of a `match` cover every value, and which of them never get one.
///
/// **The idea** is that of Luc Maranget, *Warnings for pattern matching* (Journal of Functional
/// Programming 17, 2007): patterns form a matrix with a row for each arm; one column is taken apart
/// by the constructors in it, which gives smaller matrices, until the first row fits everything
/// (that arm is reached, and rows below it are not) or no row is left (a value that no arm fits, of
/// which the way down gives a *witness*). Here one walk does for all rows together what the paper
/// asks for each: an arm that no path reached is never reached.
///
/// **Constructors.** Variants of an enum; a record has one; values of scalar types with finitely
/// many values are points of a [NumberLine], cut at the ends of all intervals in the column; texts,
/// floats and prefixes have literals and always more values than literals.
///
/// **Cost.** A matrix of one column and n rows is split once into buckets of one or two rows, so
/// 10,000 flat arms cost about as much as sorting them. The problem is NP-hard in general; after
/// [#BUDGET] copied cells the walk stops. What is known then is that the match is too intricate: it
/// counts as not exhaustive unless an arm without guard fits everything, and no arm counts as
/// unreached but those behind such an arm.
public final class Coverage {
  private static final long BUDGET = 4_000_000;
  private static final int MAX_DEPTH = 1_000;
  private static final int MAX_WITNESSES = 3;
  private static final java.util.regex.Pattern FLAT =
      java.util.regex.Pattern.compile("[^({]*(\\(_(, _)*\\))?");

  private final BitSet reached = new BitSet();
  private final Map<Type.Named, List<Variant>> variants = new HashMap<>();
  private long budget = BUDGET;

  /// An arm.
  ///
  /// @param guarded whether it has a further condition, so that it may refuse what it fits
  public record Row(Pattern pattern, boolean guarded) {}

  /// What was found.
  ///
  /// @param missing values that no arm takes, written as patterns; all missing variants of an enum
  ///   where whole variants are missing, otherwise three at most; empty if the arms are exhaustive
  /// @param unreachable indexes of arms behind one that takes everything; an error in Roto 0.12
  /// @param repeated indexes of arms that take nothing because several earlier ones, or an equal
  ///   one, take it all; no error in Roto 0.12
  public record Result(List<String> missing, List<Integer> unreachable, List<Integer> repeated) {
    /// Copies the lists.
    public Result {
      missing = List.copyOf(missing);
      unreachable = List.copyOf(unreachable);
      repeated = List.copyOf(repeated);
    }
  }

  private Coverage() {}

  /// Examines the arms of a match.
  ///
  /// @param scrutinee the type of what is matched
  /// @param rows its arms in order; every pattern is one of that type
  public static Result of(Type scrutinee, List<Row> rows) {
    return new Coverage().examine(scrutinee, rows);
  }

  private Result examine(Type scrutinee, List<Row> rows) {
    int catchAll = 0;
    while (catchAll < rows.size() && !takesAll(rows.get(catchAll))) {
      catchAll++;
    }
    List<PatternRow> matrix = new ArrayList<>();
    for (int i = 0; i < Math.min(catchAll + 1, rows.size()); i++) {
      Row row = rows.get(i);
      matrix.add(new PatternRow(i, row.guarded(), List.of(row.pattern())));
    }
    List<List<String>> witnesses = missing(List.of(scrutinee), matrix, 0);
    List<Integer> unreachable = new ArrayList<>();
    for (int i = catchAll + 1; i < rows.size(); i++) {
      unreachable.add(i);
    }
    if (budget < 0) {
      List<String> unknown = catchAll < rows.size() ? List.of() : List.of("_");
      return new Result(unknown, unreachable, List.of());
    }
    List<Integer> repeated = new ArrayList<>();
    for (int i = 0; i < matrix.size(); i++) {
      if (!reached.get(i)) {
        repeated.add(i);
      }
    }
    return new Result(shown(scrutinee, witnesses), unreachable, repeated);
  }

  private static List<String> shown(Type scrutinee, List<List<String>> witnesses) {
    List<String> all = witnesses.stream().map(List::getFirst).toList();
    boolean flat =
        scrutinee.head() instanceof Type.Named
            && all.stream().allMatch(text -> FLAT.matcher(text).matches());
    return flat ? all : all.subList(0, Math.min(all.size(), MAX_WITNESSES));
  }

  private static boolean takesAll(Row row) {
    return !row.guarded() && irrefutable(row.pattern());
  }

  private static boolean irrefutable(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Any _, Pattern.Bind _ -> true;
      case Pattern.Or or -> or.alternatives().stream().anyMatch(Coverage::irrefutable);
      case Pattern.Record record -> record.fields().stream().allMatch(Coverage::irrefutable);
      default -> false;
    };
  }

  // ---- the walk ---------------------------------------------------------------------------------

  /// Marks the rows that are reached and gives witnesses of what is missing: for each a text a
  /// column.
  private List<List<String>> missing(List<Type> columns, List<PatternRow> matrix, int depth) {
    int start = 0;
    while (start < matrix.size() && matrix.get(start).isWild()) {
      reached.set(matrix.get(start).arm());
      if (!matrix.get(start).guarded()) {
        return List.of();
      }
      start++;
    }
    if (budget < 0 || depth > MAX_DEPTH) {
      budget = -1;
      return List.of();
    }
    if (start == matrix.size()) {
      return depth == 0 ? outermost(columns.getFirst()) : unmatched(columns);
    }
    int column = matrix.get(start).firstRefutable();
    List<PatternRow> rows = new ArrayList<>();
    for (PatternRow row : matrix.subList(start, matrix.size())) {
      row.expand(column, row.patterns().get(column), rows);
    }
    budget -= (long) rows.size() * columns.size();
    return split(new PatternColumn(columns, column, rows, depth));
  }

  private List<List<String>> split(PatternColumn column) {
    NumberLine line = NumberLine.of(column.type());
    if (line != null) {
      return splitLine(column, line);
    }
    return switch (column.type()) {
      case Type.Named named when named.definition().body() instanceof EnumBody ->
          splitVariants(column, named);
      case Type.Named named when named.definition().body() instanceof RecordBody ->
          splitRecord(
              column,
              named.definition().name() + " ",
              named.definition().fields(named.arguments()));
      case Type.Anonymous record -> splitRecord(column, "", record.fields());
      default -> splitLiterals(column);
    };
  }

  private List<List<String>> splitVariants(PatternColumn column, Type.Named type) {
    List<Variant> all = variants(type);
    Bucket[] buckets = new Bucket[all.size()];
    Bucket others = new Bucket();
    for (PatternRow row : column.rows()) {
      if (column.pattern(row) instanceof Pattern.Variant pattern) {
        buckets[pattern.variant()] = new Bucket();
      }
    }
    for (PatternRow row : column.rows()) {
      if (column.pattern(row) instanceof Pattern.Variant pattern) {
        buckets[pattern.variant()].add(column.replaced(row, pattern.payload()));
      } else {
        for (int i = 0; i < buckets.length; i++) {
          if (buckets[i] != null) {
            buckets[i].add(column.widened(row, all.get(i).payload().size()));
          }
        }
        others.add(column.widened(row, 0));
      }
    }
    List<List<String>> rest = null;
    List<List<String>> witnesses = new ArrayList<>();
    for (int i = 0; i < buckets.length; i++) {
      Variant variant = all.get(i);
      int width = variant.payload().size();
      if (buckets[i] != null) {
        for (List<String> below :
            missing(column.with(variant.payload()), buckets[i].rows, column.depth() + 1)) {
          column.add(witnesses, constructor(variant, below.subList(0, width)), below, width);
        }
      } else if (variant.payload().stream().noneMatch(this::isUninhabited)) {
        if (rest == null) {
          rest = missing(column.with(List.of()), others.rows, column.depth() + 1);
        }
        for (List<String> below : rest) {
          column.add(witnesses, constructor(variant), below, 0);
        }
      }
    }
    return witnesses;
  }

  private List<List<String>> splitRecord(
      PatternColumn column, String name, List<Type.Field> fields) {
    Bucket bucket = new Bucket();
    for (PatternRow row : column.rows()) {
      bucket.add(
          column.pattern(row) instanceof Pattern.Record pattern
              ? column.replaced(row, pattern.fields())
              : column.widened(row, fields.size()));
    }
    List<Type> types = fields.stream().map(Type.Field::type).toList();
    List<List<String>> witnesses = new ArrayList<>();
    for (List<String> below : missing(column.with(types), bucket.rows, column.depth() + 1)) {
      String text = record(name, fields, below);
      column.add(witnesses, text, below, fields.size());
    }
    return witnesses;
  }

  private List<List<String>> splitLiterals(PatternColumn column) {
    Map<Object, Bucket> buckets = new HashMap<>();
    for (PatternRow row : column.rows()) {
      if (column.pattern(row) instanceof Pattern.Equal pattern) {
        buckets.put(key(pattern), new Bucket());
      }
    }
    Bucket others = new Bucket();
    for (PatternRow row : column.rows()) {
      PatternRow rest = column.widened(row, 0);
      switch (column.pattern(row)) {
        case Pattern.Equal pattern ->
            buckets.computeIfAbsent(key(pattern), _ -> new Bucket()).add(rest);
        case Pattern.Any _, Pattern.Bind _ -> {
          buckets.values().forEach(bucket -> bucket.add(rest));
          others.add(rest);
        }
        default -> others.add(rest.asGuarded());
      }
    }
    List<Type> columns = column.with(List.of());
    buckets.values().forEach(bucket -> missing(columns, bucket.rows, column.depth() + 1));
    List<List<String>> witnesses = new ArrayList<>();
    for (List<String> below : missing(columns, others.rows, column.depth() + 1)) {
      column.add(witnesses, "_", below, 0);
    }
    return witnesses;
  }

  private static Object key(Pattern.Equal pattern) {
    return switch (pattern.value().value()) {
      case Double number -> number + 0.0;
      case Float number -> number + 0.0f;
      case Object value -> value;
    };
  }

  private List<List<String>> unmatched(List<Type> columns) {
    return columns.stream().anyMatch(this::isUninhabited)
        ? List.of()
        : List.of(columns.stream().map(_ -> "_").toList());
  }

  private List<List<String>> outermost(Type type) {
    if (type.head() instanceof Type.Named named && named.definition().body() instanceof EnumBody) {
      return variants(named).stream()
          .filter(variant -> variant.payload().stream().noneMatch(this::isUninhabited))
          .map(variant -> List.of(constructor(variant)))
          .toList();
    }
    return unmatched(List.of(type));
  }

  private boolean isUninhabited(Type type) {
    return type.head() == Type.Scalar.NEVER
        || type.head() instanceof Type.Named named
            && named.definition().body() instanceof EnumBody(var none)
            && none.isEmpty();
  }

  private List<Variant> variants(Type.Named type) {
    return variants.computeIfAbsent(type, t -> t.definition().variants(t.arguments()));
  }

  // ---- intervals --------------------------------------------------------------------------------

  private record Interval(BigInteger low, BigInteger high, PatternRow rest) {}

  private record Gap(BigInteger low, BigInteger high, List<List<String>> below) {}

  /// Cuts the line at the ends of all intervals; each piece has the rows whose intervals cover it.
  private List<List<String>> splitLine(PatternColumn column, NumberLine line) {
    List<Interval> intervals = new ArrayList<>();
    for (PatternRow row : column.rows()) {
      PatternRow rest = column.widened(row, 0);
      Interval interval = interval(column.pattern(row), line, rest);
      if (interval.low().compareTo(interval.high()) <= 0) {
        intervals.add(interval);
      }
    }
    NavigableMap<BigInteger, List<Integer>> turns = turns(intervals);
    line.seams().forEach(seam -> turns.computeIfAbsent(seam, _ -> new ArrayList<>()));
    List<Type> columns = column.with(List.of());
    NavigableSet<Integer> active = new TreeSet<>();
    List<Gap> gaps = new ArrayList<>();
    BigInteger low = line.first();
    for (var turn : turns.entrySet()) {
      if (turn.getKey().compareTo(low) > 0) {
        Bucket bucket = new Bucket();
        for (var next = active.iterator(); next.hasNext() && !bucket.closed; ) {
          bucket.add(intervals.get(next.next()).rest());
        }
        BigInteger high = turn.getKey().subtract(BigInteger.ONE);
        join(gaps, line, new Gap(low, high, missing(columns, bucket.rows, column.depth() + 1)));
        low = turn.getKey();
      }
      for (Integer index : turn.getValue()) {
        if (!active.remove(index)) {
          active.add(index);
        }
      }
    }
    return witnesses(column, line, gaps);
  }

  private static NavigableMap<BigInteger, List<Integer>> turns(List<Interval> intervals) {
    NavigableMap<BigInteger, List<Integer>> turns = new TreeMap<>();
    for (int i = 0; i < intervals.size(); i++) {
      Interval interval = intervals.get(i);
      turns.computeIfAbsent(interval.low(), _ -> new ArrayList<>()).add(i);
      BigInteger behind = interval.high().add(BigInteger.ONE);
      turns.computeIfAbsent(behind, _ -> new ArrayList<>()).add(i);
    }
    return turns;
  }

  private static Interval interval(Pattern pattern, NumberLine line, PatternRow rest) {
    return switch (pattern) {
      case Pattern.Equal(_, var value) -> new Interval(line.at(value), line.at(value), rest);
      case Pattern.Inside(_, var prefix) ->
          new Interval(line.first(prefix), line.last(prefix), rest);
      case Pattern.Between(_, var from, var to, boolean inclusive) -> {
        BigInteger low = from == null ? null : line.at(from);
        BigInteger high = to == null ? null : line.at(to);
        if (high != null && !inclusive) {
          high = high.subtract(BigInteger.ONE);
        }
        BigInteger start = low != null ? low : high == null ? line.first() : line.firstBefore(high);
        BigInteger end = high != null ? high : line.lastBehind(start);
        yield new Interval(start, end, rest);
      }
      default -> new Interval(line.first(), line.last(), rest);
    };
  }

  private static void join(List<Gap> gaps, NumberLine line, Gap gap) {
    if (gap.below().isEmpty()) {
      return;
    }
    if (!gaps.isEmpty()) {
      Gap last = gaps.getLast();
      boolean touches = last.high().add(BigInteger.ONE).equals(gap.low());
      if (touches && line.joins(last.high(), gap.low()) && last.below().equals(gap.below())) {
        gaps.set(gaps.size() - 1, new Gap(last.low(), gap.high(), gap.below()));
        return;
      }
    }
    gaps.add(gap);
  }

  private static List<List<String>> witnesses(
      PatternColumn column, NumberLine line, List<Gap> gaps) {
    List<List<String>> witnesses = new ArrayList<>();
    for (Gap gap : gaps) {
      if (column.isFull(witnesses.size())) {
        break;
      }
      for (List<String> below : gap.below()) {
        column.add(witnesses, line.pattern(gap.low(), gap.high()), below, 0);
      }
    }
    return witnesses;
  }

  /// Rows up to the first that takes all, behind which none matters.
  private final class Bucket {
    private final List<PatternRow> rows = new ArrayList<>();
    private boolean closed;

    void add(PatternRow row) {
      if (!closed) {
        budget -= 1 + row.patterns().size();
        rows.add(row);
        closed = !row.guarded() && row.isWild();
      }
    }
  }

  // ---- texts ------------------------------------------------------------------------------------

  private static String constructor(Variant variant) {
    return constructor(variant, variant.payload().stream().map(_ -> "_").toList());
  }

  private static String constructor(Variant variant, List<String> payload) {
    return payload.isEmpty()
        ? variant.name()
        : variant.name() + "(" + String.join(", ", payload) + ")";
  }

  private static String record(String name, List<Type.Field> fields, List<String> values) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!values.get(i).equals("_")) {
        parts.add(fields.get(i).name() + ": " + values.get(i));
      }
    }
    if (parts.isEmpty()) {
      return "_";
    }
    if (parts.size() < fields.size()) {
      parts.add("..");
    }
    return name + "{ " + String.join(", ", parts) + " }";
  }
}
