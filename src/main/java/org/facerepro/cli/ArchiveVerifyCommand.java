package org.facerepro.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facerepro.archive.ArchiveVerification;
import org.facerepro.archive.ArchiveVerifier;
import org.facerepro.archive.signature.DetachedSignature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks every byte of an archive. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Hash every entry again, hold result, specification, plan and metrics against each other, and"
          + " name what differs; with --key also the signature beside the file.",
      "Of a trial, each run is checked, the runs against each other, and the trial against them.",
      "'archive recompute' does the same and computes every metric again from the scores."
    },
    footer = {
      "",
      "Exit: 0 sound, 1 something differs, or is not signed by the key, 2 wrong usage or no such",
      "file, 70 internal error, 74 a file could not be written, such as on a full disk."
    })
final class ArchiveVerifyCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "An archive (.tar.gz).")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "PUBLIC.pem",
      description = "Check FILE.sig with this Ed25519 public key.")
  private @Nullable Path key;

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    ArchiveVerification verification = ArchiveVerifier.verify(file);
    String done = "%d entries hashed, %s".formatted(verification.entries(), signature());
    Optional<String> problem =
        key == null ? Optional.empty() : DetachedSignature.problem(file, key);
    if (problem.isPresent()) {
      String beside = String.valueOf(DetachedSignature.beside(file).getFileName());
      verification = verification.with(beside, problem.get());
    }
    output.write(
        command.commandLine().getOut(),
        VerificationText.of(file, verification, done),
        verification);
    return verification.sound() ? ExitCode.OK : ExitCode.FAILED;
  }

  private String signature() {
    if (key != null) {
      return "signature checked";
    }
    return Files.exists(DetachedSignature.beside(file))
        ? "signature not checked: no --key"
        : "not signed";
  }
}
