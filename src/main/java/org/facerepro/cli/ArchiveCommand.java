package org.facerepro.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facerepro.archive.ArchiveVerification;
import org.facerepro.archive.ArchiveVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verbs on result archives. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    description = "Check a result archive.",
    subcommands = ArchiveCommand.Verify.class)
final class ArchiveCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return ExitCode.USAGE;
  }

  /** Hashes every entry again and recomputes every metric from the stored scores. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Hash every entry again, compute every metric and verdict again from the stored scores,"
              + " and name what differs.")
  static final class Verify implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "An archive (.tar.gz).")
    private Path file = Path.of("");

    @Mixin private final Output output = new Output();

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      ArchiveVerification verification = ArchiveVerifier.verify(file);
      output.write(command.commandLine().getOut(), text(verification), verification);
      return verification.sound() ? ExitCode.OK : ExitCode.FAILED;
    }

    private String text(ArchiveVerification verification) {
      StringBuilder text = new StringBuilder();
      verification
          .findings()
          .forEach(
              finding ->
                  text.append(finding.entry()).append(": ").append(finding.problem()).append('\n'));
      return text.append(file)
          .append(": ")
          .append(verification.sound() ? "sound" : "NOT SOUND")
          .append(
              " (%d entries hashed, %d numbers recomputed)%n"
                  .formatted(verification.entries(), verification.recomputedNumbers()))
          .toString();
    }
  }
}
