package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.facerepro.archive.ArchiveVerification;
import org.facerepro.archive.ArchiveVerifier;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Workspace;
import org.facerepro.report.PublishedRun;
import org.facerepro.report.Publisher;

/** Holds one run of an experiment to its verdict: run, archive, attach, let JUnit know. */
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
      run(each, spec, settings.workspace(each), judgement);
    } catch (DataUnavailableException e) {
      judgement.notRun(e);
    }
  }

  private void run(
      ExperimentCase each, ExperimentSpec spec, Workspace workspace, Judgement judgement)
      throws IOException {
    CompletedRun run = new ExperimentRunner(workspace).run(spec, each.scale(), each.seed());
    Environment environment = Environment.capture(workspace.home(), workspace.compute());
    PublishedRun published = new Publisher(settings.out()).publish(run, each.spec(), environment);
    AllureEntry.end(run.result(), published);
    ArchiveVerification archive = ArchiveVerifier.verify(published.archive());
    assertThat(archive.findings()).as("findings in %s", published.archive()).isEmpty();
    judgement.pass(run.result(), published.text());
  }
}
