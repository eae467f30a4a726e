package org.facerepro.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facerepro.archive.signature.KeyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a pair of keys. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description =
        "Make a pair of Ed25519 keys: private.pem, which only you can read, and public.pem, which"
            + " is for everybody.")
final class ArchiveKeysCommand implements Callable<Integer> {

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to put them.")
  private Path out = Path.of("");

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    KeyFiles.create(out);
    command
        .commandLine()
        .getOut()
        .printf(
            "%s: keep it to yourself%n%s: give it to those who check%n",
            out.resolve(KeyFiles.PRIVATE), out.resolve(KeyFiles.PUBLIC));
    return ExitCode.OK;
  }
}
