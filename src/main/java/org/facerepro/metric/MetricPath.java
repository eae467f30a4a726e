package org.facerepro.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.facerepro.core.NearNames;
import org.facerepro.core.SpecException;
import org.jspecify.annotations.Nullable;

/**
 * Names one number of a {@link MetricReport}: {@code [convention.]metric[.part]}, as in {@code
 * accuracy}, {@code tar@far=1e-3}, {@code accuracy.interval.low}, {@code tenfold-exact.accuracy}.
 *
 * <p>Without a convention the metric's default is meant, without a part its value.
 */
public record MetricPath(Convention convention, Metric metric, Part part) {
  /** A dot before a letter: that of {@code tar@far=0.001} parts nothing. */
  private static final String SEPARATOR = "\\.(?=\\p{Alpha})";

  /** Which number of an entry; named as in JSON. */
  public enum Part {
    VALUE("value"),
    INTERVAL_LOW("interval.low"),
    INTERVAL_HIGH("interval.high"),
    BOUNDS_LOW("bounds.low"),
    BOUNDS_HIGH("bounds.high"),
    FAR("far"),
    THRESHOLD("threshold"),
    FALSE_ACCEPTS("falseAccepts"),
    STD("std"),
    STANDARD_ERROR("standardError");

    private final String id;

    Part(String id) {
      this.id = id;
    }

    /** Returns the name in JSON. */
    public String id() {
      return id;
    }

    OptionalDouble of(MetricEntry entry) {
      Number number =
          switch (this) {
            case VALUE -> entry.value();
            case INTERVAL_LOW -> low(entry.interval());
            case INTERVAL_HIGH -> high(entry.interval());
            case BOUNDS_LOW -> low(entry.bounds());
            case BOUNDS_HIGH -> high(entry.bounds());
            case FAR -> entry.far();
            case THRESHOLD -> entry.threshold();
            case FALSE_ACCEPTS -> entry.falseAccepts();
            case STD -> entry.std();
            case STANDARD_ERROR -> entry.standardError();
          };
      return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue());
    }

    static Optional<Part> find(String id) {
      return Arrays.stream(values()).filter(part -> part.id.equals(id)).findFirst();
    }

    static List<String> ids() {
      return Arrays.stream(values()).map(part -> part.id).toList();
    }
  }

  private static @Nullable Double low(@Nullable Interval interval) {
    return interval == null ? null : interval.low();
  }

  private static @Nullable Double high(@Nullable Interval interval) {
    return interval == null ? null : interval.high();
  }

  private static @Nullable Double low(MetricEntry.@Nullable Bounds bounds) {
    return bounds == null ? null : bounds.low();
  }

  private static @Nullable Double high(MetricEntry.@Nullable Bounds bounds) {
    return bounds == null ? null : bounds.high();
  }

  /** Names the value of a metric under its default convention. */
  public static MetricPath valueOf(Metric metric) {
    return new MetricPath(metric.defaultConvention(), metric, Part.VALUE);
  }

  /**
   * Reads a path.
   *
   * @throws SpecException if a name in it is unknown; the message suggests near names
   */
  @JsonCreator
  public static MetricPath parse(String text) {
    List<String> names = Arrays.asList(text.split(SEPARATOR, -1));
    Optional<Convention> named = Convention.find(names.get(0));
    int at = named.isPresent() ? 1 : 0;
    if (at == names.size()) {
      throw new SpecException("'" + text + "' names a convention and no metric");
    }
    Metric metric = metric(names.get(at), at == 0);
    String rest = names.stream().skip(at + 1L).collect(Collectors.joining("."));
    return new MetricPath(named.orElse(metric.defaultConvention()), metric, part(rest));
  }

  /** Names the same number of another metric under the same convention. */
  public MetricPath with(Metric other) {
    return new MetricPath(convention, other, part);
  }

  /** Names another number of the same metric. */
  public MetricPath with(Part other) {
    return new MetricPath(convention, metric, other);
  }

  private static Metric metric(String name, boolean mayBeConvention) {
    // Asked first: near names take longer than all the rest of a path, and most names are right.
    if (Metric.names().contains(name)) {
      return Metric.of(name);
    }
    boolean nearConvention = !NearNames.of(name, Convention.ids()).isEmpty();
    if (mayBeConvention && nearConvention && NearNames.of(name, Metric.names()).isEmpty()) {
      throw Convention.unknown(name);
    }
    return Metric.of(name);
  }

  private static Part part(String name) {
    if (name.isEmpty()) {
      return Part.VALUE;
    }
    return Part.find(name)
        .orElseThrow(
            () ->
                new SpecException(
                    "'%s' is no part of a metric%s; expected one of %s"
                        .formatted(
                            name,
                            NearNames.hint(name, Part.ids()),
                            String.join(", ", Part.ids()))));
  }

  /** Returns the shortest text that {@link #parse} reads as this path. */
  @JsonValue
  public String text() {
    String prefix = convention == metric.defaultConvention() ? "" : convention.id() + ".";
    String suffix = part == Part.VALUE ? "" : "." + part.id;
    return prefix + metric.id() + suffix;
  }

  @Override
  public String toString() {
    return text();
  }
}
