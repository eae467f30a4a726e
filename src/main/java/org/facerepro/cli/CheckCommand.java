package org.facerepro.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facerepro.archive.submission.SubmissionCheck;
import org.facerepro.archive.submission.SubmissionReport;
import org.facerepro.report.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds submitted results against every rule. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Check a folder of submitted results: structure, required fields, hashes, every number again"
          + " from the scores, licences, leakage reports, signatures and index.",
      "Exit 1 if anything is wrong."
    })
final class CheckCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder of results; default: results in the project.")
  private @Nullable Path folder;

  @Option(
      names = "--key",
      paramLabel = "PUBLIC.pem",
      description = "Every archive must be signed with the private key that belongs to this one.")
  private @Nullable Path key;

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Path results = folder == null ? Home.results() : folder;
    SubmissionReport report = SubmissionCheck.check(results, key);
    output.write(command.commandLine().getOut(), text(results, report), report);
    return report.sound() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static String text(Path results, SubmissionReport report) {
    String archives =
        "%d archive%s".formatted(report.archives(), report.archives() == 1 ? "" : "s");
    if (report.sound()) {
      return "%s: %s, nothing wrong%n".formatted(results, archives);
    }
    TextTable table = new TextTable("rule", "place", "problem");
    report.faults().forEach(f -> table.row(f.kind().toString(), f.place(), f.problem()));
    return "%s%n%s: %s, %d faults%n".formatted(table, results, archives, report.faults().size());
  }
}
