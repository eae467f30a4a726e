package org.facerepro.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Require;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.helper.HelperProcesses;
import org.facerepro.experiment.helper.MachineParts;
import org.facerepro.experiment.trial.Known;
import org.facerepro.report.nightly.Night;
import org.facerepro.report.nightly.NightText;
import org.facerepro.report.nightly.NightWork;
import org.facerepro.report.nightly.Nights;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a tag from nothing, archives it, and holds it against the last archived night. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = {
      "Run all experiments of a tag from nothing, archive them, hold every run against the last"
          + " archived one, and raise alarms for what moved.",
      "A killed night goes on where it stopped. One at a time works in a folder."
    },
    footer = {"", "Exit: as with run, and 4 if there are alarms but no gate failed."})
final class NightlyCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "TAG", description = "A tag, or one experiment.")
  private String tag = "";

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Nights lie in DIR/nightly; default: results in the project.")
  private @Nullable Path results;

  @Option(
      names = "--reuse",
      description = "Take from the store what is there, instead of doing all work again.")
  private boolean reuse;

  @Option(
      names = "--require-all",
      description = "Exit 3 if something could not be run, such as for missing data.")
  private boolean requireAll;

  @Option(
      names = "--submit",
      description =
          "Copy archives of runs that passed, or of the trial of several, to their places in the"
              + " folder of results, as 'archive add' does; needs --author.")
  private boolean submit;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description =
          "Afterwards delete nights that are neither among the newest N nor hold one of the newest"
              + " N archives of a run; default: keep all.")
  private @Nullable Integer keep;

  @Mixin private final JobsOption jobs = new JobsOption();
  @Mixin private final ImprintOptions imprint = new ImprintOptions();
  @Mixin private final WorkspaceOptions options = new WorkspaceOptions();
  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    GentleStop stop = new GentleStop(System.err, "the same command goes on where it stopped");
    try {
      return run();
    } finally {
      stop.withdraw();
    }
  }

  private Integer run() {
    if (keep != null) {
      Require.that(keep > 0, "--keep", "a number above 0", keep);
    }
    MachineParts parts = jobs.parts();
    Map<String, ExperimentSpec> specs = new LinkedHashMap<>();
    Known known = Known.of(Home.folder());
    options.selected(tag).forEach(name -> specs.put(name, options.checked(name, known)));
    Path root = results == null ? Home.folder().resolve("results") : results;
    Nights nights = new Nights(root.resolve("nightly"));
    try (NightWork work = NightWork.begin(nights, Instant.now())) {
      Night night = night(nights, work, specs, known, parts);
      work.complete(night);
      String submitted = submit ? NightlySubmission.submit(root, nights, night) : "";
      NightlySubmission.index(root);
      output.write(out(), submitted + NightText.of(night, work.folder()), night);
      if (keep != null) {
        work.keep(keep);
      }
      return exitCode(night);
    }
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }

  private Night night(
      Nights nights,
      NightWork work,
      Map<String, ExperimentSpec> specs,
      Known known,
      MachineParts parts) {
    Workspace workspace = options.workspace(reuse ? options.storeRoot() : work.store(), parts);
    try (HelperProcesses helpers = options.helpers(specs.keySet(), workspace, parts, true)) {
      NightlyExperiment.Setting setting =
          new NightlyExperiment.Setting(
              nights,
              work.folder(),
              workspace,
              helpers,
              Environment.capture(workspace.home(), workspace.compute()),
              known,
              options,
              parts.jobs(),
              imprint,
              text -> output.printText(out(), text));
      return night(work, specs, setting);
    }
  }

  private Night night(
      NightWork work, Map<String, ExperimentSpec> specs, NightlyExperiment.Setting setting) {
    List<NightlyExperiment> all =
        specs.entrySet().stream()
            .map(spec -> new NightlyExperiment(setting, spec.getKey(), spec.getValue()).run())
            .toList();
    return new Night(
        Night.SCHEMA,
        work.id(),
        tag,
        EnumNames.of(options.scale()),
        setting.environment().revision(),
        Verdict.worst(all.stream().map(NightlyExperiment::verdict).toList()),
        all.stream().flatMap(each -> each.runs().stream()).toList(),
        all.stream().flatMap(each -> each.trials().stream()).toList(),
        all.stream().flatMap(each -> each.alarms().stream()).toList());
  }

  private int exitCode(Night night) {
    if (night.verdict() != Verdict.FAIL && !night.alarms().isEmpty()) {
      return ExitCode.ALARM;
    }
    return ExitCode.of(night.verdict(), requireAll, false);
  }
}
