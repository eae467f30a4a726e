package org.facerepro.suite;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.metric.Interval;
import org.facerepro.metric.MetricEntry;
import org.jspecify.annotations.Nullable;

/** Every number of a run or a trial as CSV, which Allure shows as a table. */
final class MetricsTable {
  private MetricsTable() {}

  static String csv(RunResult result) {
    List<String> rows = new ArrayList<>();
    rows.add("stage,convention,metric,value,low,high,genuine,impostor");
    result
        .reports()
        .forEach(
            (stage, report) ->
                report
                    .metrics()
                    .forEach(
                        (convention, entries) ->
                            entries.forEach(
                                (metric, entry) ->
                                    rows.add(
                                        row(stage, convention.id(), metric.toString(), entry)))));
    return String.join("\n", rows) + "\n";
  }

  static String csv(Trial trial) {
    List<String> rows = new ArrayList<>();
    rows.add("metric,seeds,mean,std,low,high");
    for (Trial.TrialMetric metric : trial.metrics()) {
      Interval interval = metric.interval();
      rows.add(
          String.join(
              ",",
              '"' + metric.metric() + '"',
              Integer.toString(metric.values().size()),
              text(metric.mean()),
              text(metric.std()),
              text(interval == null ? null : interval.low()),
              text(interval == null ? null : interval.high())));
    }
    return String.join("\n", rows) + "\n";
  }

  private static String row(String stage, String convention, String metric, MetricEntry entry) {
    Interval interval = entry.interval();
    return String.join(
        ",",
        stage,
        convention,
        '"' + metric + '"',
        text(entry.value()),
        text(interval == null ? null : interval.low()),
        text(interval == null ? null : interval.high()),
        Integer.toString(entry.genuine()),
        Integer.toString(entry.impostor()));
  }

  private static String text(@Nullable Double number) {
    return number == null ? "" : number.toString();
  }
}
