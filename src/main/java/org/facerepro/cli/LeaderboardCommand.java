package org.facerepro.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facerepro.archive.submission.Leaderboard;
import org.facerepro.core.AtomicFiles;
import org.facerepro.report.LeaderboardText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ranks the networks of submitted archives. */
@Command(
    name = "leaderboard",
    mixinStandardHelpOptions = true,
    description = "Rank the networks that submitted archives carry, by the index of results.")
final class LeaderboardCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder of results; default: results in the project.")
  private @Nullable Path folder;

  @Option(
      names = "--out",
      paramLabel = "FILE.md",
      description = "Write a page in Markdown too, with links to the archives.")
  private @Nullable Path out;

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Path results = folder == null ? Home.results() : folder;
    Leaderboard board = Leaderboard.read(results);
    if (out != null) {
      String page = LeaderboardText.markdown(board, address(out, results));
      AtomicFiles.writeFile(out, page.getBytes(StandardCharsets.UTF_8));
    }
    output.write(command.commandLine().getOut(), LeaderboardText.plain(board), board);
    return ExitCode.OK;
  }

  private static String address(Path page, Path results) {
    Path from = page.toAbsolutePath().normalize().resolveSibling("").normalize();
    return from.relativize(results.toAbsolutePath().normalize()).toString().replace('\\', '/')
        + "/";
  }
}
