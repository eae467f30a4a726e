package org.facerepro.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.facerepro.core.Json;
import org.facerepro.core.NearNames;
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

/** Shows one experiment, protocol or baseline as it is understood. */
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
    String text =
        shown instanceof ProtocolPage page
            ? page.text()
            : new String(Json.pretty(shown), StandardCharsets.UTF_8);
    output.write(command.commandLine().getOut(), text, shown);
    return ExitCode.OK;
  }

  private Object find() {
    Path protocol = Home.protocols().get(id);
    if (protocol != null) {
      return ProtocolPage.of(ProtocolDeclaration.read(protocol));
    }
    Map<String, PublishedBaseline> baselines = new TreeMap<>();
    PublishedBaseline.readAll(Home.folder()).forEach(row -> baselines.put(row.id(), row));
    PublishedBaseline baseline = baselines.get(id);
    if (baseline != null) {
      return baseline;
    }
    if (Home.experiments().containsKey(id) || Home.namesFile(id)) {
      return ShownExperiment.of(ExperimentSpec.read(Home.experiment(id), scale));
    }
    throw unknown(baselines.keySet());
  }

  /** Suggests among all ids, but counts up no baselines: there are hundreds. */
  private SpecException unknown(Set<String> baselines) {
    Set<String> listed = new TreeSet<>(Home.experiments().keySet());
    listed.addAll(Home.protocols().keySet());
    Set<String> near = new TreeSet<>(listed);
    near.addAll(baselines);
    return new SpecException(
        "unknown id '%s'%s; there are: %s, and what 'list baselines' prints"
            .formatted(id, NearNames.hint(id, near), String.join(", ", listed)));
  }
}
