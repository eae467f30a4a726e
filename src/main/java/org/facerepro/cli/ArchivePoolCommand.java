package org.facerepro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.facerepro.archive.PooledTrial;
import org.facerepro.experiment.trial.Known;
import org.facerepro.report.Publisher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes runs that were made apart together to a trial. */
@Command(
    name = "pool",
    mixinStandardHelpOptions = true,
    description =
        "Compute the numbers of runs with different seeds again, which may come from several"
            + " machines, and judge and archive them as one trial.")
final class ArchivePoolCommand implements Callable<Integer> {

  @Parameters(
      arity = "2..*",
      paramLabel = "FILE",
      description = "Archives (.tar.gz) of runs of one specification at one scale.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the trial; default: results/runs in the project.")
  private @Nullable Path out;

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    PooledTrial pooled = PooledTrial.of(files, Known.of(Home.folder()));
    Path root = out == null ? Home.results().resolve("runs") : out;
    String text = new Publisher(root).publish(pooled).text();
    output.write(command.commandLine().getOut(), text, pooled.trial());
    return ExitCode.of(pooled.trial().verdict(), false, false);
  }
}
