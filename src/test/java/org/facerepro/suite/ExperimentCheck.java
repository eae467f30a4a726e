package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.archive.ArchiveVerification;
import org.facerepro.archive.ArchiveVerifier;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.RunSource;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.helper.HelperProcesses;
import org.facerepro.experiment.leakage.LeakageCheck;
import org.facerepro.experiment.leakage.LeakageReport;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.Trials;
import org.facerepro.report.PublishedRun;
import org.facerepro.report.PublishedTrial;
import org.facerepro.report.Publisher;

/** Holds an experiment to its verdict: run, archive, attach, let JUnit know. */
final class ExperimentCheck {
  private final SuiteSettings settings;

  ExperimentCheck(SuiteSettings settings) {
    this.settings = settings;
  }

  /** Runs a case as the build says. */
  static void verify(ExperimentCase each) throws IOException {
    new ExperimentCheck(SuiteSettings.fromBuild()).check(each);
  }

  /** Runs a case; {@link Judgement} says what becomes of its verdict. */
  void check(ExperimentCase each) throws IOException {
    ExperimentSpec spec = ExperimentSpec.read(each.spec(), each.scale());
    AllureEntry.begin(each, spec);
    new Unpassed(settings.out(), each).forget();
    Judgement judgement = new Judgement(settings, each);
    try {
      Workspace workspace = settings.workspace(each);
      judgement.pass(each.trial() ? trial(each, spec, workspace) : run(each, spec, workspace));
    } catch (DataUnavailableException e) {
      AllureEntry.notRun();
      judgement.notRun(e);
    }
  }

  private Outcome run(ExperimentCase each, ExperimentSpec spec, Workspace workspace)
      throws IOException {
    CompletedRun run = complete(each, spec, workspace).get(0);
    Environment environment = Environment.capture(workspace.home(), workspace.compute());
    RunSource source =
        new RunSource(each.spec(), environment, workspace.protocols(), Imprint.unnamed(run));
    LeakageReport leakage = new LeakageCheck(workspace).check(spec, run);
    PublishedRun published =
        new Publisher(settings.out()).publish(run, source, leakage, rerun(each));
    AllureEntry.end(run.result(), published);
    assertSound(published.archive());
    return Outcome.of(run.result(), published.text());
  }

  private String rerun(ExperimentCase each) {
    return each.rerun(settings.home(), settings.jobs(each));
  }

  private static void assertSound(Path archive) {
    ArchiveVerification verification = ArchiveVerifier.recompute(archive);
    assertThat(verification.findings()).as("findings in %s", archive).isEmpty();
  }

  /** Runs lie in the store, and their archives beside it, by the cases of the single seeds. */
  private Outcome trial(ExperimentCase each, ExperimentSpec spec, Workspace workspace) {
    Known known = Known.of(workspace.home());
    known.check(spec);
    List<CompletedRun> runs = complete(each, spec, workspace);
    Trial trial = Trials.of(spec, runs, known);
    PublishedTrial published =
        new Publisher(settings.out()).publish(trial, known.of(spec, trial.scale()), rerun(each));
    AllureEntry.end(trial, published.text());
    if (published.archive() != null) {
      assertSound(published.archive());
    }
    List<RunResult> results = runs.stream().map(CompletedRun::result).toList();
    return Outcome.of(trial, results, published.text());
  }

  private List<CompletedRun> complete(
      ExperimentCase each, ExperimentSpec spec, Workspace workspace) {
    LeakageCheck leakage = new LeakageCheck(workspace);
    Publisher publisher = new Publisher(settings.out());
    try (HelperProcesses helpers = settings.helpers(each, workspace)) {
      ExperimentRunner runner =
          new ExperimentRunner(workspace, sets -> publisher.refuse(leakage.check(sets)), helpers);
      return each.seeds().stream().map(seed -> runner.run(spec, each.scale(), seed)).toList();
    }
  }
}
