package org.facerepro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Plan;
import org.facerepro.experiment.trial.Known;
import org.facerepro.report.PlanText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a run would do, without doing it. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description =
        "Show the stages of an experiment: what is stored, what will run, what is missing.",
    footer = {
      "",
      "Exit: 0 planned, also where something is missing, 2 wrong usage or invalid",
      "specification, 70 internal error, 74 the store cannot be read."
    })
final class PlanCommand implements Callable<Integer> {

  /**
   * Plans as JSON.
   *
   * @param schema {@code facerepro/plans/v1}
   * @param plans one for each seed
   */
  record Plans(String schema, List<Plan> plans) {}

  @Parameters(index = "0", paramLabel = "EXPERIMENT", description = "Id or file of an experiment.")
  private String experiment = "";

  @Mixin private final WorkspaceOptions options = new WorkspaceOptions();
  @Mixin private final JobsOption jobs = new JobsOption();
  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    ExperimentSpec spec = options.checked(experiment, Known.of(Home.folder()));
    ExperimentRunner runner =
        new ExperimentRunner(options.workspace(options.storeRoot(), jobs.parts()));
    List<Plan> plans = new ArrayList<>();
    options.seeds(spec).forEach(seed -> plans.add(runner.plan(spec, options.scale(), seed)));
    StringBuilder text = new StringBuilder();
    plans.forEach(plan -> text.append(PlanText.of(plan)));
    Plans all = new Plans("facerepro/plans/v1", plans);
    output.write(command.commandLine().getOut(), text.toString(), all);
    return ExitCode.OK;
  }
}
