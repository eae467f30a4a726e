package org.facerepro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.SpecException;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.ExperimentFile;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.SpecCheck;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.helper.Errand;
import org.facerepro.experiment.helper.HelperProcesses;
import org.facerepro.experiment.helper.MachineParts;
import org.facerepro.experiment.trial.Known;
import org.facerepro.nn.Compute;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb that plans or runs experiments. */
final class WorkspaceOptions {

  @Option(
      names = "--scale",
      defaultValue = "embedded",
      description = "embedded (default), sample or paper.")
  private Scale scale = Scale.EMBEDDED;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      description = "Root seeds, one run each; default: those of the specification.")
  private List<Long> seeds = List.of();

  @Mixin private final PlaceOptions places = new PlaceOptions();

  Scale scale() {
    return scale;
  }

  List<Long> seeds(ExperimentSpec spec) {
    return seeds.isEmpty() ? spec.seeds() : seeds;
  }

  Workspace workspace() {
    return workspace(storeRoot(), MachineParts.of(1));
  }

  /**
   * Returns the workspace with another store than the chosen one, for a process that may have
   * helpers.
   */
  Workspace workspace(Path store, MachineParts parts) {
    return new Workspace(
        Home.folder(),
        new ArtifactStore(store),
        dataRoot(),
        Compute.of(parts.device(places.device())),
        parts.undivided() ? PlaceOptions.progress() : PlaceOptions.lines());
  }

  /**
   * Returns who help with experiments in a workspace.
   *
   * @param keepGoing whether other runs go on where one fails
   */
  HelperProcesses helpers(
      Collection<String> experiments, Workspace workspace, MachineParts parts, boolean keepGoing) {
    Errand errand =
        new Errand(
            workspace.home(),
            List.copyOf(experiments),
            scale,
            seeds,
            workspace.store().root(),
            workspace.dataRoot(),
            parts.device(places.device()),
            keepGoing);
    return new HelperProcesses(parts, errand, Main.class, System.err);
  }

  /** Starts the engine on the chosen device. */
  Compute compute() {
    return places.compute();
  }

  /** The folder with real data, if one was named. */
  @Nullable Path dataRoot() {
    return places.dataRoot();
  }

  Path storeRoot() {
    return places.storeRoot();
  }

  /**
   * Returns the command that does runs of an experiment again.
   *
   * @param jobs processes that share the work
   */
  RunAgain again(String experiment, int jobs) {
    return new RunAgain(experiment, EnumNames.of(scale), dataRoot(), places.device(), jobs);
  }

  /** Reads a specification by id or by file. */
  ExperimentSpec experiment(String name) {
    return ExperimentSpec.read(Home.experiment(name), scale);
  }

  /**
   * Reads a specification and holds it against all that is known beforehand.
   *
   * @throws SpecException naming file, line, key and what was expected
   */
  ExperimentSpec checked(String name, Known known) {
    ExperimentFile file = new ExperimentFile(Home.experiment(name), scale);
    ExperimentSpec spec = file.read();
    try {
      SpecCheck.check(spec, Home.folder());
      known.check(spec);
    } catch (InvalidValueException e) {
      throw file.error(e);
    }
    return spec;
  }

  /**
   * Returns the experiments of a name: one by id, all of a tag, or a file.
   *
   * @throws SpecException if the name is none of these
   */
  List<String> selected(String name) {
    Map<String, Path> known = Home.experiments();
    if (known.containsKey(name)) {
      return List.of(name);
    }
    Set<String> names = new TreeSet<>(known.keySet());
    List<String> tagged = new ArrayList<>();
    for (String id : known.keySet()) {
      List<String> tags = experiment(id).tags();
      names.addAll(tags);
      if (tags.contains(name)) {
        tagged.add(id);
      }
    }
    if (!tagged.isEmpty()) {
      return tagged;
    }
    if (Home.namesFile(name)) {
      return List.of(name);
    }
    throw new SpecException(Main.unknown("experiment or tag", name, names));
  }
}
