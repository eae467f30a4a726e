package org.facerepro.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facerepro.archive.StoredArchive;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.archive.compare.RunComparison;
import org.facerepro.archive.compare.TrialComparison;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.report.ComparisonText;
import org.facerepro.report.TrialComparisonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what changed from one run to another. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Say what changed from A to B, two runs or two trials: specification, environment, data, the"
          + " bytes of each stage, and every number with its significance.",
      "Exit 0 whatever differs."
    })
final class CompareCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "An archive, a result.json, or a folder with one of them.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "The other one.")
  private Path second = Path.of("");

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    try (StoredArchive one = StoredArchive.open(first);
        StoredArchive two = StoredArchive.open(second)) {
      PrintWriter out = command.commandLine().getOut();
      if (one instanceof StoredTrial a && two instanceof StoredTrial b) {
        TrialComparison comparison = TrialComparison.of(a, b);
        output.write(out, TrialComparisonText.of(comparison), comparison);
      } else if (one instanceof StoredRun a && two instanceof StoredRun b) {
        RunComparison comparison = RunComparison.of(a, b);
        output.write(out, ComparisonText.of(comparison), comparison);
      } else {
        throw new DataUnavailableException(
            "%s is of a trial, the other one of a run: name two trials or two runs"
                .formatted(one instanceof StoredTrial ? first : second));
      }
      return ExitCode.OK;
    }
  }
}
