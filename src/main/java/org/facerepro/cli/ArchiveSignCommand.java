package org.facerepro.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facerepro.archive.ArchiveVerification;
import org.facerepro.archive.ArchiveVerifier;
import org.facerepro.archive.signature.DetachedSignature;
import org.facerepro.core.CorruptDataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs an archive. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = "Check an archive and write its signature to FILE.sig.")
final class ArchiveSignCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "An archive (.tar.gz).")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "PRIVATE.pem",
      description = "Your Ed25519 private key (PKCS#8), such as 'archive keys' makes.")
  private Path key = Path.of("");

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    ArchiveVerification verification = ArchiveVerifier.verify(file);
    if (!verification.sound()) {
      ArchiveVerification.Finding first = verification.findings().get(0);
      throw new CorruptDataException(
          "%s is not sound and was not signed: %s %s"
              .formatted(file, first.entry(), first.problem()));
    }
    command.commandLine().getOut().printf("%s%n", DetachedSignature.sign(file, key));
    return ExitCode.OK;
  }
}
