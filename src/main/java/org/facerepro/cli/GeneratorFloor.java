package org.facerepro.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.facerepro.experiment.bench.BenchReport;
import org.facerepro.experiment.bench.BenchResult;
import org.facerepro.report.TextTable;

/**
 * Holds times of pictures of morphable models against what one core of an AMD Zen 5 server took
 * elsewhere for 28,561 vertices with 199+199+100 components, PNG and all: the sum of the fastest
 * stages (the limit), and two other generators.
 */
final class GeneratorFloor {
  private static final double MILLI = 1e3;

  /**
   * One size.
   *
   * @param size side of the picture
   * @param limit milliseconds per image and core of the fastest stages
   * @param basel images/s of one core by parametric-face-image-generator
   * @param face3d images/s of one core by face3d
   */
  private record Reference(int size, double limit, double basel, double face3d) {
    String id() {
      return "generator-" + size;
    }
  }

  private static final List<Reference> REFERENCES =
      List.of(
          new Reference(112, 1.3, 22.6, 61.9),
          new Reference(224, 2.3, 17.0, 53.3),
          new Reference(512, 7.4, 7.5, 32.5));

  private GeneratorFloor() {}

  /** Returns images/s, time per image and core, its share of stages, and the ratios, as a text. */
  static String text(BenchReport report, int threads) {
    TextTable table =
        new TextTable(
            "case", "images/s", "ms/image/core", "x limit", "x Basel/core", "x face3d/core");
    report.cases().forEach(result -> row(table, result, threads));
    return table
        + report.cases().stream()
            .map(result -> stages(result) + System.lineSeparator())
            .collect(Collectors.joining());
  }

  private static void row(TextTable table, BenchResult result, int threads) {
    Double rate = result.imagesPerSecond();
    if (rate == null) {
      return;
    }
    double perCore = rate / threads;
    Reference reference =
        REFERENCES.stream().filter(r -> r.id().equals(result.id())).findFirst().orElse(null);
    table.row(
        result.id(),
        String.format(Locale.ROOT, "%.0f", rate),
        number(MILLI / perCore),
        reference == null ? "-" : number(MILLI / perCore / reference.limit),
        reference == null ? "-" : number(perCore / reference.basel),
        reference == null ? "-" : number(perCore / reference.face3d));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String stages(BenchResult result) {
    double all = result.stages().values().stream().mapToDouble(Double::doubleValue).sum();
    return result.id()
        + ": "
        + result.stages().entrySet().stream()
            .map(
                s -> String.format(Locale.ROOT, "%s %.0f %%", s.getKey(), 100 * s.getValue() / all))
            .collect(Collectors.joining(", "));
  }
}
