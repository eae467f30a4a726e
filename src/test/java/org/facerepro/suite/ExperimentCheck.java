package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.Allure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.archive.ArchiveVerification;
import org.facerepro.archive.ArchiveVerifier;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.RunSource;
import org.facerepro.core.EnumNames;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.leakage.LeakageCheck;
import org.facerepro.experiment.leakage.LeakageReport;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.Trials;
import org.facerepro.report.PublishedRun;
import org.facerepro.report.Publisher;
import org.junit.jupiter.api.Assumptions;

/** Holds one run of an experiment to its verdict: run, attach, let JUnit know. */
final class ExperimentCheck {
  private final SuiteSettings settings;

  ExperimentCheck(SuiteSettings settings) {
    this.settings = settings;
  }

  /**
   * Runs a case: a failed gate fails the test, something missing aborts it, or fails it too where
   * everything is required.
   */
  void verify(ExperimentCase each) throws IOException {
    Allure.parameter("experiment", each.experiment());
    Allure.parameter("scale", EnumNames.of(each.scale()));
    Allure.parameter("seed", each.seed());
    ExperimentSpec spec = ExperimentSpec.read(each.spec(), each.scale());
    NotRunList.forget(settings.out(), each);
    Workspace workspace = settings.workspace();
    CompletedRun run = new ExperimentRunner(workspace).run(spec, each.scale(), each.seed());
    Environment environment = Environment.capture(workspace.home(), workspace.compute());
    LeakageReport leakage = new LeakageCheck(workspace).check(spec, run);
    RunSource source =
        new RunSource(each.spec(), environment, workspace.protocols(), Imprint.unnamed(run));
    PublishedRun published = new Publisher(settings.out()).publish(run, source, leakage);
    attach(published);
    judge(each, run.result(), published);
  }

  /**
   * Runs all seeds of an experiment and holds them to their common verdict, as {@link #verify} does
   * with one. Drift passes: the nightly comparison raises it.
   */
  void verifyTrial(Path file, Scale scale) {
    Workspace workspace = settings.workspace();
    Known known = Known.of(workspace.home());
    ExperimentSpec spec = ExperimentSpec.read(file, scale);
    known.check(spec);
    List<CompletedRun> runs = new ArrayList<>();
    for (long seed : spec.seeds()) {
      runs.add(new ExperimentRunner(workspace).run(spec, scale, seed));
    }
    Trial trial = Trials.of(spec, runs, known);
    String text = new Publisher(settings.out()).publish(trial);
    Allure.parameter("experiment", spec.id());
    Allure.parameter("scale", EnumNames.of(scale));
    Allure.addAttachment("trial", "text/plain", text, ".txt");
    assertThat(trial.verdict())
        .as("%s%nfailed trial of %s", text, spec.id())
        .isNotEqualTo(Verdict.FAIL);
    if (trial.verdict() == Verdict.NOT_RUN) {
      String reason = "NOT_RUN trial of " + spec.id() + text;
      assertThat(settings.requireAll()).as("%s (everything is required)", reason).isFalse();
      Assumptions.abort(reason);
    }
  }

  private void judge(ExperimentCase each, RunResult result, PublishedRun published) {
    ArchiveVerification archive = ArchiveVerifier.recompute(published.archive());
    assertThat(archive.findings()).as("findings in %s", published.archive()).isEmpty();
    List<GateOutcome> failed =
        result.gates().stream().filter(gate -> gate.verdict() == Verdict.FAIL).toList();
    assertThat(failed).as("%s%nfailed gates of %s", published.text(), each).isEmpty();
    List<GateOutcome> notRun =
        result.gates().stream().filter(gate -> gate.verdict() == Verdict.NOT_RUN).toList();
    if (!notRun.isEmpty()) {
      String reason = NotRunList.add(settings.out(), each, notRun);
      assertThat(settings.requireAll()).as("%s (everything is required)", reason).isFalse();
      Assumptions.abort(reason);
    }
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
  }

  private static void attach(PublishedRun published) throws IOException {
    Allure.addAttachment("report", "text/plain", published.text(), ".txt");
    try (var files = Files.list(published.folder())) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".txt")) {
          continue;
        }
        try (var content = Files.newInputStream(file)) {
          Allure.addAttachment(
              name, mediaType(name), content, name.substring(name.lastIndexOf('.')));
        }
      }
    }
  }

  private static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".svg" -> "image/svg+xml";
      case ".png" -> "image/png";
      case ".json" -> "application/json";
      default -> "application/gzip";
    };
  }
}
