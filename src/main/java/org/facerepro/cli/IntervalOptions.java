package org.facerepro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.facerepro.core.NearNames;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.metric.Interval.Method;
import org.facerepro.metric.LabelledScores;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.panel.PanelInterval;
import org.facerepro.metric.panel.PanelIntervals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that ask for further intervals. */
final class IntervalOptions {
  private static final String ALL = "all";
  private static final List<Method> OFFERED =
      List.of(
          Method.WILSON, Method.CLOPPER_PEARSON, Method.BOOTSTRAP_PAIR, Method.BOOTSTRAP_SUBJECT);

  @Option(
      names = "--interval",
      split = ",",
      paramLabel = "NAME",
      description =
          "Further intervals: wilson, clopper-pearson, bootstrap-pair, bootstrap-subject, or"
              + " 'all'.")
  private List<String> names = List.of();

  @Option(
      names = "--subjects",
      paramLabel = "FILE",
      description = "The two subjects of each comparison, one line each, for bootstrap-subject.")
  private @Nullable Path subjects;

  /** Returns the intervals asked for. */
  List<PanelInterval> of(MetricReport report, LabelledScores scores, Seed seed) {
    Set<Method> wanted = wanted();
    Scores people = subjects == null ? null : SubjectFile.read(subjects, scores);
    return PanelIntervals.of(report, scores, wanted, people, seed);
  }

  private Set<Method> wanted() {
    Set<Method> wanted = EnumSet.noneOf(Method.class);
    for (String name : names) {
      if (name.equals(ALL)) {
        wanted.addAll(OFFERED);
        if (subjects == null) {
          wanted.remove(Method.BOOTSTRAP_SUBJECT);
        }
      } else {
        wanted.add(method(name));
      }
    }
    return wanted;
  }

  private static Method method(String name) {
    List<String> known = new ArrayList<>(OFFERED.stream().map(Method::id).toList());
    known.add(ALL);
    return Arrays.stream(Method.values())
        .filter(method -> OFFERED.contains(method) && method.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new SpecException(
                    "--interval '%s' is unknown%s; there are: %s"
                        .formatted(name, NearNames.hint(name, known), String.join(", ", known))));
  }
}
