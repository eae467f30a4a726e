package org.facerepro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.facerepro.archive.RunSource;
import org.facerepro.core.Require;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Helpers;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.helper.HelperProcesses;
import org.facerepro.experiment.helper.MachineParts;
import org.facerepro.experiment.leakage.LeakageCheck;
import org.facerepro.experiment.repeat.RepeatReport;
import org.facerepro.experiment.repeat.SecondRun;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.Trials;
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
    description = "Run experiments; what is in the store is not done again.",
    footer = {
      "",
      "Exit: 0 all gates passed, 1 a gate failed (with --strict also where one drifted),",
      "2 wrong usage, invalid specification, or a test that holds what was learnt from,",
      "3 something could not be run (with --require-all), 70 internal error, 74 a file could",
      "not be written, such as on a full disk."
    })
final class RunCommand implements Callable<Integer> {

  /**
   * Runs as JSON.
   *
   * @param schema {@code facerepro/runs/v1}
   * @param verdict worst verdict of all runs, trials and repeats
   * @param runs the results in running order
   * @param trials the runs of each experiment together
   * @param repeats what a second run of each came to, if asked for
   */
  record Runs(
      String schema,
      Verdict verdict,
      List<RunResult> runs,
      List<Trial> trials,
      List<RepeatReport> repeats) {}

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
          "Exit 1 on DRIFT as on FAIL: a number moved beyond noise, or is suspiciously good.")
  private boolean strict;

  @Option(
      names = "--twice",
      description =
          "Run every stage a second time where nothing is stored, and compare stage by stage.")
  private boolean twice;

  @Mixin private final JobsOption jobs = new JobsOption();
  @Mixin private final ImprintOptions imprint = new ImprintOptions();
  @Mixin private final WorkspaceOptions options = new WorkspaceOptions();
  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    String howToGoOn = "the same command goes on with what is in " + options.storeRoot();
    GentleStop stop = new GentleStop(System.err, howToGoOn);
    try {
      return run();
    } finally {
      stop.withdraw();
    }
  }

  private Integer run() {
    Set<String> chosen = new LinkedHashSet<>();
    experiments.forEach(name -> chosen.addAll(options.selected(name)));
    Known known = Known.of(Home.folder());
    chosen.forEach(name -> options.checked(name, known));
    MachineParts parts = jobs.parts();
    Require.that(
        parts.undivided() || !twice, "--jobs", "1 with --twice, which works alone", parts.jobs());
    Workspace workspace = options.workspace(options.storeRoot(), parts);
    try (HelperProcesses helpers = options.helpers(chosen, workspace, parts, false)) {
      return run(chosen, known, workspace, helpers);
    }
  }

  private Integer run(Set<String> chosen, Known known, Workspace workspace, Helpers helpers) {
    Environment environment = Environment.capture(workspace.home(), workspace.compute());
    LeakageCheck check = new LeakageCheck(workspace);
    Publisher publisher = new Publisher(root());
    ExperimentRunner runner =
        new ExperimentRunner(workspace, sets -> publisher.refuse(check.check(sets)), helpers);
    List<RunResult> results = new ArrayList<>();
    List<Trial> trials = new ArrayList<>();
    List<RepeatReport> repeats = new ArrayList<>();
    for (String name : chosen) {
      ExperimentSpec spec = options.experiment(name);
      RunAgain again = options.again(name, jobs.parts().jobs());
      List<CompletedRun> runs = new ArrayList<>();
      for (long seed : new LinkedHashSet<>(options.seeds(spec))) {
        CompletedRun run = runner.run(spec, options.scale(), seed);
        RunSource source = source(name, run, workspace, environment);
        print(
            publisher
                .publish(run, source, check.check(spec, run), again.command(List.of(seed)))
                .text());
        results.add(run.result());
        runs.add(run);
        if (twice) {
          RepeatReport repeat = SecondRun.of(spec, options.scale(), run, workspace);
          print(publisher.publish(repeat));
          repeats.add(repeat);
        }
      }
      Trial trial = Trials.of(spec, runs, known);
      String text =
          publisher
              .publish(trial, known.of(spec, trial.scale()), again.command(trial.seeds()))
              .text();
      print(trial.isMoreThanItsRun() ? text : "");
      trials.add(trial);
    }
    List<Verdict> verdicts = new ArrayList<>(trials.stream().map(Trial::verdict).toList());
    repeats.forEach(repeat -> verdicts.add(repeat.verdict()));
    Verdict verdict = Verdict.worst(verdicts);
    Runs all = new Runs("facerepro/runs/v1", verdict, results, trials, repeats);
    output.writeJson(command.commandLine().getOut(), all);
    return ExitCode.of(verdict, requireAll, strict);
  }

  private void print(String text) {
    output.printText(command.commandLine().getOut(), text);
  }

  private Path root() {
    return out == null ? Home.folder().resolve("results").resolve("runs") : out;
  }

  /** One environment serves all runs, since the program that was loaded serves them all. */
  private RunSource source(
      String name, CompletedRun run, Workspace workspace, Environment environment) {
    return new RunSource(
        Home.experiment(name), environment, workspace.protocols(), imprint.of(run));
  }
}
