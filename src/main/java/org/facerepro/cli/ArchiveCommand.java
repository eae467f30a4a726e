package org.facerepro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Verbs on result archives. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    description = "Check, show, sign, pool or submit result archives.",
    subcommands = {
      ArchiveVerifyCommand.class,
      ArchiveRecomputeCommand.class,
      ArchiveShowCommand.class,
      ArchiveKeysCommand.class,
      ArchiveSignCommand.class,
      ArchivePoolCommand.class,
      ArchiveAddCommand.class
    })
final class ArchiveCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
