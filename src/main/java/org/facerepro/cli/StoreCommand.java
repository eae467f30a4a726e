package org.facerepro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Plan;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.leakage.ReachedFingerprints;
import org.facerepro.experiment.store.StoreCheck;
import org.facerepro.experiment.store.StoreCleaning;
import org.facerepro.experiment.store.StoreListing;
import org.facerepro.report.StoreText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verbs on the artifact store. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description = "Look after the artifact store.",
    subcommands = {StoreCommand.Ls.class, StoreCommand.Gc.class, StoreCommand.Verify.class})
final class StoreCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return ExitCode.USAGE;
  }

  /** Lists what lies in the store. */
  @Command(
      name = "ls",
      mixinStandardHelpOptions = true,
      description = "List the artifacts of the store, and what lies unfinished.")
  static final class Ls implements Callable<Integer> {
    @Mixin private final PlaceOptions places = new PlaceOptions();
    @Mixin private final Output output = new Output();

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      StoreListing listing = StoreListing.of(new ArtifactStore(places.storeRoot()));
      output.write(command.commandLine().getOut(), StoreText.of(listing), listing);
      return ExitCode.OK;
    }
  }

  /** Hashes everything again. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Hash every artifact again, and name those that are damaged.",
      footer = {
        "",
        "Exit: 0 sound, 1 an artifact is damaged, 2 wrong usage, 70 internal error, 74 the store",
        "cannot be read."
      })
  static final class Verify implements Callable<Integer> {
    @Mixin private final PlaceOptions places = new PlaceOptions();
    @Mixin private final Output output = new Output();

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      StoreCheck check = StoreCheck.of(new ArtifactStore(places.storeRoot()));
      output.write(command.commandLine().getOut(), StoreText.of(check), check);
      return check.sound() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  /** Clears the store of what no experiment reaches. */
  @Command(
      name = "gc",
      mixinStandardHelpOptions = true,
      description = {
        "Remove the artifacts that none of the experiments reaches at any of its scales.",
        "What a run works with, or has used in the last hour, stays in any case."
      })
  static final class Gc implements Callable<Integer> {
    @Parameters(
        arity = "0..*",
        paramLabel = "EXPERIMENT",
        description = "Ids or files of experiments to keep; default: all of the project.")
    private List<String> experiments = List.of();

    @Option(
        names = "--seeds",
        split = ",",
        paramLabel = "N",
        description = "Root seeds to keep beside those of the specifications.")
    private List<Long> seeds = List.of();

    @Option(
        names = "--idle",
        defaultValue = "60",
        paramLabel = "MINUTES",
        description = "Keep what was made or used in the last so many minutes; default: 60.")
    private long idle = 60;

    @Option(names = "--dry-run", description = "Say what would go, and remove nothing.")
    private boolean dryRun;

    @Mixin private final PlaceOptions places = new PlaceOptions();
    @Mixin private final Output output = new Output();

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      Workspace workspace =
          new Workspace(
              Home.folder(),
              new ArtifactStore(places.storeRoot()),
              places.dataRoot(),
              places.compute(),
              PlaceOptions.progress());
      List<Plan> plans = new ArrayList<>();
      ReachedFingerprints fingerprints = new ReachedFingerprints(workspace);
      for (String name : experiments.isEmpty() ? Home.experiments().keySet() : experiments) {
        Path file = Home.experiment(name);
        for (Scale scale : ExperimentSpec.scales(file)) {
          ExperimentSpec spec = ExperimentSpec.read(file, scale);
          plans(spec, scale, workspace)
              .forEach(
                  plan -> {
                    plans.add(plan);
                    fingerprints.add(spec, plan);
                  });
        }
      }
      StoreCleaning cleaning =
          StoreCleaning.of(workspace.store(), plans, fingerprints.names(), idle, dryRun);
      output.write(command.commandLine().getOut(), StoreText.of(cleaning), cleaning);
      return ExitCode.OK;
    }

    private List<Plan> plans(ExperimentSpec spec, Scale scale, Workspace workspace) {
      Set<Long> roots = new LinkedHashSet<>(spec.seeds());
      roots.addAll(seeds);
      ExperimentRunner runner = new ExperimentRunner(workspace);
      return roots.stream().map(seed -> runner.plan(spec, scale, seed)).toList();
    }
  }
}
