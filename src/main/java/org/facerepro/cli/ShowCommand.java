package org.facerepro.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.facerepro.core.Json;
import org.facerepro.core.SpecException;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.PublishedBaseline;
import org.facerepro.experiment.Scale;
import org.facerepro.protocol.ProtocolDeclaration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one experiment or protocol as it is understood. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show an experiment, a protocol or a baseline with all that is known of it.")
final class ShowCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "ID", description = "Id as printed by 'list', or a file.")
  private String id = "";

  @Option(
      names = "--scale",
      defaultValue = "embedded",
      description = "Scale at which an experiment is shown: embedded (default), sample or paper.")
  private Scale scale = Scale.EMBEDDED;

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Object shown = find();
    String text = new String(Json.pretty(shown), StandardCharsets.UTF_8);
    output.write(command.commandLine().getOut(), text, shown);
    return ExitCode.OK;
  }

  private Object find() {
    Path protocol = Home.protocols().get(id);
    if (protocol != null) {
      return ProtocolDeclaration.read(protocol);
    }
    Optional<PublishedBaseline> baseline =
        PublishedBaseline.readAll(Home.folder()).stream()
            .filter(b -> b.id().equals(id))
            .findFirst();
    if (baseline.isPresent()) {
      return baseline.get();
    }
    TreeSet<String> known = new TreeSet<>(Home.experiments().keySet());
    known.addAll(Home.protocols().keySet());
    try {
      return ExperimentSpec.read(Home.experiment(id), scale);
    } catch (SpecException e) {
      if (Home.experiments().containsKey(id) || id.endsWith(".yaml")) {
        throw e;
      }
      throw new SpecException(Main.unknown("id", id, known), e);
    }
  }
}
