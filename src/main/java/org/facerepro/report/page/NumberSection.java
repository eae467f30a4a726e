package org.facerepro.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facerepro.experiment.StageMetric;
import org.facerepro.metric.Interval;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;

/** All numbers: the usual ones of every arm as tables, every one as CSV. */
final class NumberSection {
  private static final List<String> SHOWN =
      List.of(
          "accuracy",
          "auc",
          "eer",
          "tar@far=1e-1",
          "tar@far=1e-2",
          "tar@far=1e-3",
          "rank-1",
          "rank-5");
  private static final String HEADER =
      "experiment,scale,test,part,arm,metric,seeds,value,low,high,interval\n";

  private NumberSection() {}

  /** Returns the tables; {@code csv} is where all numbers are. */
  static String of(List<Evidence> all, String csv) {
    StringBuilder text = new StringBuilder("## Numbers\n\n");
    for (Evidence each : all) {
      text.append("### %s, %s\n\n".formatted(each.spec().id(), each.scale()));
      text.append(table(each));
    }
    return text
        + "With 95 % intervals, over subjects where they are known, else over seeds. Parts of tests"
        + " and all other metrics: [every number]("
        + csv
        + ").\n\n";
  }

  private static String table(Evidence evidence) {
    List<Metric> metrics = shown(evidence);
    List<String> headings = new ArrayList<>(List.of("test", "arm"));
    metrics.forEach(metric -> headings.add(metric.id()));
    MarkdownTable table = new MarkdownTable(headings.toArray(new String[0]));
    for (String report : evidence.reports().keySet()) {
      ReportName name = ReportName.of(report);
      if (name.part().isEmpty()) {
        List<String> cells = new ArrayList<>(List.of(name.test(), name.arm()));
        metrics.forEach(
            metric -> cells.add(number(evidence, report, metric).map(Measured::text).orElse("")));
        table.row(cells.toArray(new String[0]));
      }
    }
    return table.toString();
  }

  private static List<Metric> shown(Evidence evidence) {
    return SHOWN.stream()
        .map(Metric::of)
        .filter(
            metric ->
                evidence.reports().keySet().stream()
                    .anyMatch(report -> number(evidence, report, metric).isPresent()))
        .toList();
  }

  private static Optional<Measured> number(Evidence evidence, String report, Metric metric) {
    return evidence.number(new StageMetric(report, MetricPath.valueOf(metric)));
  }

  /** Returns every number of every archive under its default convention, one a line. */
  static String csv(List<Evidence> all) {
    StringBuilder text = new StringBuilder(HEADER);
    for (Evidence each : all) {
      each.reports()
          .forEach(
              (report, numbers) ->
                  metrics(numbers)
                      .forEach(
                          metric ->
                              number(each, report, metric)
                                  .ifPresent(
                                      found -> text.append(line(each, report, metric, found)))));
    }
    return text.toString();
  }

  private static Set<Metric> metrics(MetricReport report) {
    return report.metrics().keySet().stream()
        .flatMap(convention -> report.metricsOf(convention).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String line(Evidence evidence, String report, Metric metric, Measured found) {
    ReportName name = ReportName.of(report);
    Interval interval = found.interval();
    return Stream.of(
                evidence.spec().id(),
                evidence.scale(),
                name.test(),
                name.part(),
                name.arm(),
                metric.id(),
                Integer.toString(found.seeds()),
                Double.toString(found.value()),
                interval == null ? "" : Double.toString(interval.low()),
                interval == null ? "" : Double.toString(interval.high()),
                interval == null ? "" : interval.method().id())
            .map(NumberSection::quoted)
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static String quoted(String cell) {
    return cell.contains(",") ? '"' + cell + '"' : cell;
  }
}
