package org.facerepro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facerepro.archive.ArchiveBench;
import org.facerepro.experiment.bench.Bench;
import org.facerepro.experiment.bench.BenchReport;
import org.facerepro.experiment.bench.BenchResult;
import org.facerepro.experiment.bench.BenchTarget;
import org.facerepro.experiment.bench.StoreBench;
import org.facerepro.report.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the program's own speed. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measure the program's own speed on data that it generates itself.",
      "Generating is not timed; the times are of runs after the warm-up runs of each case, the"
          + " first run stands beside them, and at full size the limit that the project sets"
          + " itself, where it sets one. IJB-C at full size needs FACEREPRO_HEAP=3g."
    })
final class BenchCommand implements Callable<Integer> {
  private static final double MEBI = 1 << 20;
  private static final String NOT_APPLICABLE = "-";

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = "metrics, protocol, generator, train, store or archive.")
  private BenchTarget target = BenchTarget.METRICS;

  @Option(
      names = "--case",
      split = ",",
      paramLabel = "NAME",
      description = "Only these cases; default: all.")
  private List<String> cases = List.of();

  @Option(
      names = "--runs",
      defaultValue = "5",
      paramLabel = "N",
      description = "Timed runs of each case; default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--scale",
      defaultValue = "1",
      paramLabel = "SHARE",
      description = "Share of the full size, to try things out; default: ${DEFAULT-VALUE}.")
  private double scale;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "generator: pictures of this morphable model (.h5, .mat, ICT-FaceKit).")
  private @Nullable Path model;

  @Option(
      names = "--size",
      split = ",",
      defaultValue = "112,224,512",
      paramLabel = "PIXELS",
      description = "generator --model: sides of the pictures; default: ${DEFAULT-VALUE}.")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "generator --model: workers; default: one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    if (model != null) {
      return ofModel(model);
    }
    Bench bench = new Bench(runs, scale);
    BenchReport report =
        switch (target) {
          case ARCHIVE -> bench.run(ArchiveBench.cases(), cases, PlaceOptions.progress());
          case STORE -> bench.run(StoreBench.cases(Home.folder()), cases, PlaceOptions.progress());
          default -> bench.run(target, cases, PlaceOptions.progress());
        };
    output.write(command.commandLine().getOut(), text(report), report);
    return ExitCode.OK;
  }

  private int ofModel(Path file) {
    if (target != BenchTarget.GENERATOR || !cases.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--model belongs to bench generator, without --case");
    }
    BenchReport report =
        new Bench(runs, scale).runModel(file, sizes, threads, PlaceOptions.progress());
    output.write(
        command.commandLine().getOut(),
        text(report) + GeneratorFloor.text(report, threads),
        report);
    return ExitCode.OK;
  }

  private static String text(BenchReport report) {
    TextTable table =
        new TextTable(
            "case",
            "median s",
            "min s",
            "max s",
            "first s",
            "limit s",
            "images/s",
            "MiB",
            "stages",
            "input");
    report.cases().forEach(result -> row(table, result));
    return "%s, %d processors, %s%n"
            .formatted(report.host().cpu(), report.host().processors(), report.host().java())
        + table;
  }

  private static void row(TextTable table, BenchResult result) {
    table.row(
        result.id(),
        seconds(result.seconds()),
        seconds(result.secondsMin()),
        seconds(result.secondsMax()),
        seconds(result.secondsFirst()),
        limit(result),
        rate(result),
        String.format(Locale.ROOT, "%.0f", result.peakMemoryBytes() / MEBI),
        Stream.concat(
                result.stages().entrySet().stream()
                    .map(stage -> stage.getKey() + " " + seconds(stage.getValue())),
                figures(result))
            .collect(Collectors.joining(", ")),
        result.input());
  }

  private static String limit(BenchResult result) {
    Double limit = result.secondsLimit();
    return limit == null ? NOT_APPLICABLE : String.format(Locale.ROOT, "%.4g", limit);
  }

  private static String rate(BenchResult result) {
    Double rate = result.imagesPerSecond();
    return rate == null ? NOT_APPLICABLE : String.format(Locale.ROOT, "%.0f", rate);
  }

  private static Stream<String> figures(BenchResult result) {
    return Optional.ofNullable(result.figures()).map(Map::entrySet).stream()
        .flatMap(Set::stream)
        .map(figure -> String.format(Locale.ROOT, "%s %.4g", figure.getKey(), figure.getValue()));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.4f", seconds);
  }
}
