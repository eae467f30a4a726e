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

/** Derives every number of an archive again. */
@Command(
    name = "recompute",
    mixinStandardHelpOptions = true,
    description =
        "Do what 'archive verify' does, then compute every metric, curve, gate and verdict again"
            + " from the stored scores, of a trial also means and intervals over its seeds, and"
            + " name each number that differs.")
final class ArchiveRecomputeCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "An archive (.tar.gz).")
  private Path file = Path.of("");

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    ArchiveVerification verification = ArchiveVerifier.recompute(file);
    String done =
        "%d entries hashed, %d numbers recomputed"
            .formatted(verification.entries(), verification.recomputedNumbers());
    output.write(
        command.commandLine().getOut(),
        VerificationText.of(file, verification, done),
        verification);
    return verification.sound() ? ExitCode.OK : ExitCode.FAILED;
  }
}
