package org.facerepro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facerepro.archive.submission.DefaultModel;
import org.facerepro.archive.submission.ResultsFolder;
import org.facerepro.archive.submission.ResultsIndex;
import org.facerepro.core.CorruptDataException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Submits archives. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Check archives, copy them to their places in the folder of results, and write its"
            + " index.json again.")
final class ArchiveAddCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Archives (.tar.gz); without any, only the index is written.")
  private List<Path> files = List.of();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Folder of results; default: results in the project.")
  private @Nullable Path to;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path root = to == null ? Home.results() : to;
    Optional<String> before = defaultModel(root);
    Files.createDirectories(root);
    ResultsFolder results = new ResultsFolder(root);
    List<Path> added = new ArrayList<>();
    for (Path file : files) {
      added.add(results.add(file));
    }
    results.writeIndex();
    added.forEach(each -> command.commandLine().getOut().println(each));
    defaultModel(root).filter(now -> !before.equals(Optional.of(now))).ifPresent(this::tell);
    return ExitCode.OK;
  }

  /** A damaged index is about to be written again. */
  private static Optional<String> defaultModel(Path root) {
    try {
      return DefaultModel.ofFolder(root).map(ResultsIndex.Entry::path);
    } catch (CorruptDataException e) {
      return Optional.empty();
    }
  }

  private void tell(String path) {
    command.commandLine().getOut().println("default model is now " + path);
    if (to == null) {
      command
          .commandLine()
          .getOut()
          .println(
              "set default.model in pom.xml to it, and run 'leaderboard --out"
                  + " docs/leaderboard.md'");
    }
  }
}
