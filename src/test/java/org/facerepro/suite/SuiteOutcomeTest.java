package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.nio.file.Path;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.junitpioneer.jupiter.ClearSystemProperty;
import org.junitpioneer.jupiter.RestoreSystemProperties;
import org.junitpioneer.jupiter.SetSystemProperty;

/** Runs suites inside the platform testkit and looks at what JUnit makes of their verdicts. */
@RestoreSystemProperties
@ClearSystemProperty(key = "facerepro.requireAll")
@ClearSystemProperty(key = "facerepro.strict")
class SuiteOutcomeTest {
  private static final String FOLDER = "fixtures/experiments";

  @TempDir static Path shared;

  /** Tells the suites inside where to work, as the build tells those that it runs itself. */
  @BeforeEach
  void pointSuitesToTheFolder() {
    System.setProperty("facerepro.store", shared.resolve("store").toString());
    System.setProperty("facerepro.out", shared.resolve("out").toString());
  }

  /** Suites for the testkit; the build itself does not pick them up. */
  @Tag("testkit")
  abstract static class Experiments {
    void verify(ExperimentCase each) throws IOException {
      new ExperimentCheck(SuiteSettings.fromBuild().withoutData()).check(each);
    }
  }

  static class Tiny extends Experiments {
    @ExperimentSource(folder = FOLDER, ids = "tiny")
    void run(ExperimentCase each) throws IOException {
      verify(each);
    }
  }

  static class WrongBaseline extends Experiments {
    @ExperimentSource(folder = FOLDER, ids = "wrong-baseline")
    void run(ExperimentCase each) throws IOException {
      verify(each);
    }
  }

  static class WrongPublication extends Experiments {
    @ExperimentSource(folder = FOLDER, ids = "wrong-publication")
    void run(ExperimentCase each) throws IOException {
      verify(each);
    }
  }

  static class MissingSet extends Experiments {
    @ExperimentSource(folder = FOLDER, ids = "missing-set")
    void run(ExperimentCase each) throws IOException {
      verify(each);
    }
  }

  static class MissingGpu extends Experiments {
    @ExperimentSource(folder = FOLDER, ids = "tiny", device = "gpu:63")
    void run(ExperimentCase each) throws IOException {
      verify(each);
    }
  }

  static class NoCases extends Experiments {
    @ExperimentSource(folder = FOLDER, tag = "fixture", scale = Scale.PAPER)
    void run(ExperimentCase each) throws IOException {
      verify(each);
    }
  }

  static class UnknownId extends Experiments {
    @ExperimentSource(
        folder = FOLDER,
        ids = {"tiny", "tinny"})
    void run(ExperimentCase each) throws IOException {
      verify(each);
    }
  }

  @Test
  void suite_whoseGatesHold_passes() {
    tests(Tiny.class).assertStatistics(stats -> stats.started(2).succeeded(2));
  }

  @Test
  void suite_withAWrongBaseline_failsWithEvidenceAndTheCommandToRunAgain() {
    tests(WrongBaseline.class)
        .assertThatEvents()
        .haveExactly(
            2,
            event(
                finishedWithFailure(
                    message(
                        text ->
                            text.contains("proxy-real.accuracy >= 1.01, observed")
                                && text.contains(
                                    "run again: ./facerepro run"
                                        + " fixtures/experiments/wrong-baseline.yaml"
                                        + " --scale embedded --seeds 1")))));
  }

  @Test
  void suite_whosePublishedNumberIsWrong_failsByTheTrialAlone() {
    Events events = tests(WrongPublication.class);
    events.assertStatistics(stats -> stats.started(3).succeeded(2).failed(1));
    events
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(
                        text ->
                            text.contains("against 97.28 percent")
                                && text.contains("beyond the margin")
                                && text.contains(
                                    "./facerepro run fixtures/experiments/wrong-publication.yaml"
                                        + " --scale embedded --seeds 1,2")))));
  }

  @Test
  void suite_withAMissingSet_abortsAndListsIt() {
    tests(MissingSet.class)
        .assertThatEvents()
        .haveExactly(
            2, event(abortedWithReason(message(text -> text.contains("NOT_RUN missing-set")))));
    assertThat(shared.resolve("out/not-run/missing-set-embedded-trial.txt")).exists();
    assertThat(shared.resolve("out/not-run/missing-set-embedded-seed1.txt"))
        .content()
        .contains("NOT_RUN missing-set", "lfw");
  }

  @Test
  void suite_withoutTheGpuItNeeds_aborts() {
    tests(MissingGpu.class)
        .assertThatEvents()
        .haveExactly(
            2, event(abortedWithReason(message(text -> text.contains("gpu:63 is not there")))));
  }

  @Test
  @SetSystemProperty(key = "facerepro.requireAll", value = "true")
  void suite_withAMissingSetWhereEverythingIsRequired_fails() {
    tests(MissingSet.class)
        .assertThatEvents()
        .haveExactly(
            2,
            event(finishedWithFailure(message(text -> text.contains("everything is required")))));
  }

  @Test
  void suite_withoutCases_fails() {
    containers(NoCases.class)
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(text -> text.contains("tag 'fixture' at scale paper")))));
  }

  @Test
  void suite_withAnUnknownExperiment_fails() {
    containers(UnknownId.class)
        .assertThatEvents()
        .haveExactly(
            1, event(finishedWithFailure(message(text -> text.contains("[tiny, tinny]")))));
  }

  private static Events tests(Class<?> suite) {
    return run(suite).testEvents();
  }

  private static Events containers(Class<?> suite) {
    return run(suite).containerEvents();
  }

  private static EngineExecutionResults run(Class<?> suite) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(suite)).execute();
  }
}
