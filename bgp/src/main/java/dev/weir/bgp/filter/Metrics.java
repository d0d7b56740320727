package dev.weir.bgp.filter;

import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Numbers that policies keep: counters that grow, gauges that are set, histograms of what was
/// observed. Shared by all threads.
///
/// A series is found by its name in a concurrent map and counted in stripes ([LongAdder]), so that
/// threads do not wait for each other; a call that finds its series allocates nothing. A series may
/// have labels: `name{key="value"}`, either written so by the script, or through the functions that
/// take a key and a value. What scripts name is not checked when it is counted; [#text] writes `_`
/// for a character that a name cannot have.
@Doc("Numbers that policies keep: the variable `metrics`.")
public final class Metrics {
  /// The bounds of a histogram that nobody has given bounds: powers of ten and their halves.
  private static final double[] BOUNDS = {
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000, 1_000_000
  };

  private final ConcurrentHashMap<String, LongAdder> counters = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, AtomicLong> gauges = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Histogram> histograms = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, double[]> bounds = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<
          String, ConcurrentHashMap<String, ConcurrentHashMap<String, String>>>
      labelled = new ConcurrentHashMap<>();

  /// Makes metrics without any series.
  public Metrics() {}

  // ---- what scripts call ------------------------------------------------------------------------

  /// Adds to a counter, which begins at 0.
  @Doc("Adds to a counter, which begins at 0. The name may carry labels: `seen{rir=\"ripe\"}`.")
  public void increaseCounter(String name, @Unsigned long by) {
    LongAdder counter = counters.get(name);
    if (counter == null) {
      counter = counters.computeIfAbsent(name, _ -> new LongAdder());
    }
    counter.add(by);
  }

  /// Adds to the counter of a name with one label.
  @Doc("Adds to the counter of a name with one label.")
  public void increaseCounterFor(String name, String label, String value, @Unsigned long by) {
    increaseCounter(series(name, label, value), by);
  }

  /// Sets a gauge.
  @Doc("Sets a gauge. The name may carry labels.")
  public void setGauge(String name, @Unsigned long value) {
    AtomicLong gauge = gauges.get(name);
    if (gauge == null) {
      gauge = gauges.computeIfAbsent(name, _ -> new AtomicLong());
    }
    gauge.set(value);
  }

  /// Sets the gauge of a name with one label.
  @Doc("Sets the gauge of a name with one label.")
  public void setGaugeFor(String name, String label, String value, @Unsigned long to) {
    setGauge(series(name, label, value), to);
  }

  /// Adds an observation to a histogram.
  @Doc("Adds an observation to a histogram. The name may carry labels.")
  public void observe(String name, double value) {
    Histogram histogram = histograms.get(name);
    if (histogram == null) {
      histogram = histograms.computeIfAbsent(name, this::histogram);
    }
    histogram.add(value);
  }

  /// Adds an observation to the histogram of a name with one label.
  @Doc("Adds an observation to the histogram of a name with one label.")
  public void observeFor(String name, String label, String value, double observed) {
    observe(series(name, label, value), observed);
  }

  // ---- what hosts call --------------------------------------------------------------------------

  /// Gives the histograms of a name their bounds; those that exist keep theirs.
  ///
  /// @param upper the greatest value of each bucket, ascending; values above the last have one more
  public void buckets(String name, double... upper) {
    double[] sorted = upper.clone();
    Arrays.sort(sorted);
    bounds.put(name, sorted);
  }

  /// Returns a counter, 0 if nothing was ever added.
  public long counter(String name) {
    LongAdder counter = counters.get(name);
    return counter == null ? 0 : counter.sum();
  }

  /// Returns a gauge, 0 if it was never set.
  public long gauge(String name) {
    AtomicLong gauge = gauges.get(name);
    return gauge == null ? 0 : gauge.get();
  }

  /// Returns how many observations a histogram has.
  public long observations(String name) {
    Histogram histogram = histograms.get(name);
    return histogram == null ? 0 : histogram.count();
  }

  /// Returns the names of all series with their labels, sorted.
  public List<String> names() {
    return java.util.stream.Stream.of(counters, gauges, histograms)
        .flatMap(map -> map.keySet().stream())
        .sorted()
        .distinct()
        .toList();
  }

  /// Returns all series in the text format of Prometheus, sorted by name.
  ///
  /// @param prefix goes before every name: `weir_policy_`
  public String text(String prefix) {
    StringBuilder text = new StringBuilder();
    Exposition page = new Exposition(text, prefix);
    sorted(counters).forEach(name -> page.number(name, "counter", counter(name)));
    sorted(gauges).forEach(name -> page.number(name, "gauge", gauge(name)));
    new TreeMap<>(histograms).forEach(page::histogram);
    return text.toString();
  }

  private static List<String> sorted(ConcurrentHashMap<String, ?> map) {
    return map.keySet().stream().sorted().toList();
  }

  private Histogram histogram(String name) {
    double[] given = bounds.get(family(name));
    return new Histogram(given == null ? BOUNDS : given);
  }

  /// The name of a series with one label, made once.
  private String series(String name, String label, String value) {
    ConcurrentHashMap<String, ConcurrentHashMap<String, String>> labels = labelled.get(name);
    if (labels == null) {
      labels = labelled.computeIfAbsent(name, _ -> new ConcurrentHashMap<>());
    }
    ConcurrentHashMap<String, String> values = labels.get(label);
    if (values == null) {
      values = labels.computeIfAbsent(label, _ -> new ConcurrentHashMap<>());
    }
    String series = values.get(value);
    if (series == null) {
      series = values.computeIfAbsent(value, _ -> written(name, label, value));
    }
    return series;
  }

  private static String written(String name, String label, String value) {
    return name + "{" + plain(label) + "=\"" + escaped(value) + "\"}";
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /// A name without the labels behind it.
  private static String family(String name) {
    int brace = name.indexOf('{');
    return brace < 0 ? name : name.substring(0, brace);
  }

  /// A name with `_` for what it cannot have.
  private static String plain(String name) {
    return name.codePoints()
        .mapToObj(c -> c < 128 && (Character.isLetterOrDigit(c) || c == ':') ? (char) c + "" : "_")
        .collect(Collectors.joining());
  }

  /// How often values up to each bound were observed.
  private static final class Histogram {
    private final double[] upper;
    private final LongAdder[] buckets;
    private final DoubleAdder sum = new DoubleAdder();

    Histogram(double[] upper) {
      this.upper = upper;
      this.buckets = new LongAdder[upper.length + 1];
      Arrays.setAll(buckets, _ -> new LongAdder());
    }

    void add(double value) {
      int found = Arrays.binarySearch(upper, value);
      buckets[found < 0 ? -found - 1 : found].increment();
      sum.add(value);
    }

    long count() {
      return Arrays.stream(buckets).mapToLong(LongAdder::sum).sum();
    }
  }

  /// Writes series, each family with its type once.
  private static final class Exposition {
    private final StringBuilder text;
    private final String prefix;
    private String family = "";

    Exposition(StringBuilder text, String prefix) {
      this.text = text;
      this.prefix = prefix;
    }

    void number(String series, String type, long value) {
      head(series, type);
      line("", series, "", Long.toUnsignedString(value));
    }

    void histogram(String series, Histogram histogram) {
      head(series, "histogram");
      long below = 0;
      for (int i = 0; i < histogram.buckets.length; i++) {
        below += histogram.buckets[i].sum();
        String bound = i < histogram.upper.length ? number(histogram.upper[i]) : "+Inf";
        line("_bucket", series, "le=\"" + bound + "\"", Long.toString(below));
      }
      line("_sum", series, "", number(histogram.sum.sum()));
      line("_count", series, "", Long.toString(below));
    }

    private void head(String series, String type) {
      String name = prefix + plain(family(series));
      if (!name.equals(family)) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        family = name;
      }
    }

    private void line(String suffix, String series, String label, String value) {
      int brace = series.indexOf('{');
      String labels =
          brace < 0
              ? ""
              : series.substring(brace + 1, Math.max(brace + 1, series.lastIndexOf('}')));
      String all = labels + (labels.isEmpty() || label.isEmpty() ? "" : ",") + label;
      text.append(family).append(suffix);
      if (!all.isEmpty()) {
        text.append('{').append(all).append('}');
      }
      text.append(' ').append(value).append('\n');
    }

    private static String number(double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : String.format(Locale.ROOT, "%s", value);
    }
  }
}
