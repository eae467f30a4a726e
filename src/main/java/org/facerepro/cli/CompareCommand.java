package org.facerepro.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.compare.RunComparison;
import org.facerepro.report.ComparisonText;
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
      "Say what changed from run A to run B: specification, environment, data, the bytes of each"
          + " stage, and every number with its significance.",
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
    try (StoredRun one = StoredRun.open(first);
        StoredRun two = StoredRun.open(second)) {
      RunComparison comparison = RunComparison.of(one, two);
      output.write(command.commandLine().getOut(), ComparisonText.of(comparison), comparison);
      return ExitCode.OK;
    }
  }
}
