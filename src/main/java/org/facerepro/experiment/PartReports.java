package org.facerepro.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.Require;
import org.facerepro.metric.MetricReport;

/**
 * What was measured of a protocol and of its parts: searches of one yaw, comparisons under one
 * light.
 *
 * @param schema {@value #SCHEMA}
 * @param parts the report on each, {@value #ALL} first
 */
public record PartReports(String schema, Map<String, MetricReport> parts) {
  /** What the first key of the JSON form says. */
  public static final String SCHEMA = "facerepro/part-metrics/v1";

  /** The part that is the whole. */
  public static final String ALL = "all";

  public PartReports {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** Makes reports of the present schema. */
  static PartReports of(Map<String, MetricReport> parts) {
    return new PartReports(SCHEMA, parts);
  }

  /**
   * Returns the reports under the names that a result has for those of a stage, in the order of the
   * parts' names: the same where they were just measured and where they were read back.
   */
  public Map<String, MetricReport> of(String stage) {
    Map<String, MetricReport> named = new LinkedHashMap<>();
    new TreeMap<>(parts)
        .forEach((part, report) -> named.put(StageMetric.reportOf(stage, part), report));
    return named;
  }
}
