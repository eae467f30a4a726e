package org.facerepro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.Workspace;
import org.facerepro.report.PublishedRun;
import org.facerepro.report.Publisher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs experiments, or goes on with them; judges, archives, reports. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Run experiments; what is in the store is not done again.")
final class RunCommand implements Callable<Integer> {

  /**
   * Runs as JSON.
   *
   * @param schema {@code facerepro/runs/v1}
   * @param verdict worst verdict of all runs
   * @param runs the results in running order
   */
  record Runs(String schema, Verdict verdict, List<RunResult> runs) {}

  @Parameters(
      arity = "1..*",
      paramLabel = "EXPERIMENT|TAG",
      description = "Ids or files of experiments, or a tag that selects several.")
  private List<String> experiments = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for archives and reports; default: results/runs in the project.")
  private @Nullable Path out;

  @Option(
      names = "--require-all",
      description = "Exit 3 if something could not be run, such as for missing data.")
  private boolean requireAll;

  @Option(
      names = "--strict",
      description =
          "Exit 1 on DRIFT as on FAIL. No kind of gate yields DRIFT yet: it changes nothing today.")
  private boolean strict;

  @Mixin private final WorkspaceOptions options = new WorkspaceOptions();
  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Set<String> chosen = new LinkedHashSet<>();
    experiments.forEach(name -> chosen.addAll(options.selected(name)));
    chosen.forEach(options::experiment);
    Workspace workspace = options.workspace();
    List<RunResult> results = new ArrayList<>();
    for (String name : chosen) {
      ExperimentSpec spec = options.experiment(name);
      for (long seed : options.seeds(spec)) {
        CompletedRun run = new ExperimentRunner(workspace).run(spec, options.scale(), seed);
        output.printText(command.commandLine().getOut(), publish(name, run, workspace).text());
        results.add(run.result());
      }
    }
    Verdict verdict = Verdict.worst(results.stream().map(RunResult::verdict).toList());
    Runs all = new Runs("facerepro/runs/v1", verdict, results);
    output.writeJson(command.commandLine().getOut(), all);
    return ExitCode.of(verdict, requireAll, strict);
  }

  private PublishedRun publish(String name, CompletedRun run, Workspace workspace) {
    Path root = out == null ? Home.folder().resolve("results").resolve("runs") : out;
    Environment environment = Environment.capture(workspace.home(), workspace.compute());
    return new Publisher(root).publish(run, Home.experiment(name), environment);
  }
}
