package org.facerepro.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.experiment.spec.ExperimentSchema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the JSON Schema of experiments. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Print the JSON Schema of experiments, for editors and other programs.")
final class SchemaCommand implements Callable<Integer> {

  @Option(names = "--out", paramLabel = "FILE", description = "Write it to FILE instead.")
  private @Nullable Path out;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    byte[] schema = Json.pretty(ExperimentSchema.make());
    if (out == null) {
      command.commandLine().getOut().print(new String(schema, StandardCharsets.UTF_8));
    } else {
      AtomicFiles.writeFile(out, schema);
    }
    return ExitCode.OK;
  }
}
