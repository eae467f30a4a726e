package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.junitpioneer.jupiter.ClearSystemProperty;
import org.junitpioneer.jupiter.RestoreSystemProperties;
import org.junitpioneer.jupiter.SetSystemProperty;

/** Runs suites inside the platform testkit and looks at what JUnit makes of their verdicts. */
@RestoreSystemProperties
@ClearSystemProperty(key = "facerepro.scale")
@ClearSystemProperty(key = "facerepro.requireAll")
class SuiteOutcomeTest {
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
      check(SuiteSettings.fromBuild()).verify(each);
    }

    void verifyTrial(String experiment) {
      SuiteSettings build = SuiteSettings.fromBuild();
      Path file = build.home().resolve("fixtures/experiments").resolve(experiment + ".yaml");
      check(build).verifyTrial(file, Scale.EMBEDDED);
    }

    private static ExperimentCheck check(SuiteSettings build) {
      return new ExperimentCheck(
          new SuiteSettings(
              build.home(),
              build.store(),
              build.out(),
              EnumSet.of(Scale.EMBEDDED),
              null,
              build.requireAll()));
    }
  }

  static class Tiny extends Experiments {
    @ParameterizedTest
    @ExperimentSource(value = "fixtures/experiments/tiny.yaml", scales = Scale.EMBEDDED)
    void run(ExperimentCase each) throws IOException {
      verify(each);
    }
  }

  static class WrongBaseline extends Experiments {
    @ParameterizedTest
    @ExperimentSource(value = "fixtures/experiments/wrong-baseline.yaml", scales = Scale.EMBEDDED)
    void run(ExperimentCase each) throws IOException {
      verify(each);
    }
  }

  static class WrongPublication extends Experiments {
    @Test
    void run() {
      verifyTrial("wrong-publication");
    }
  }

  static class MissingSetTrial extends Experiments {
    @Test
    void run() {
      verifyTrial("missing-set");
    }
  }

  static class MissingSet extends Experiments {
    @ParameterizedTest
    @ExperimentSource(value = "fixtures/experiments/missing-set.yaml", scales = Scale.EMBEDDED)
    void run(ExperimentCase each) throws IOException {
      verify(each);
    }
  }

  @Test
  void suite_whoseGatesHold_passes() {
    run(Tiny.class).assertStatistics(stats -> stats.started(1).succeeded(1));
  }

  @Test
  void suite_withAWrongBaseline_fails() {
    run(WrongBaseline.class)
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(text -> text.contains("proxy-real.accuracy >= 1.01")))));
  }

  @Test
  void suite_whosePublishedNumberIsWrong_fails() {
    run(WrongPublication.class)
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
                                    "./facerepro run wrong-publication --scale embedded --seeds"
                                        + " 1,2")))));
  }

  @Test
  void suite_whoseTrialMissesASet_aborts() {
    run(MissingSetTrial.class)
        .assertThatEvents()
        .haveExactly(
            1, event(abortedWithReason(message(text -> text.contains("NOT_RUN trial of")))));
  }

  @Test
  void suite_withAMissingSet_abortsAndListsIt() {
    run(MissingSet.class)
        .assertThatEvents()
        .haveExactly(
            1, event(abortedWithReason(message(text -> text.contains("NOT_RUN missing-set")))));
    assertThat(shared.resolve("out/not-run/missing-set-embedded-seed1.txt"))
        .content()
        .contains("NOT_RUN missing-set", "lfw");
  }

  @Test
  @SetSystemProperty(key = "facerepro.requireAll", value = "true")
  void suite_withAMissingSetWhereEverythingIsRequired_fails() {
    run(MissingSet.class)
        .assertThatEvents()
        .haveExactly(
            1,
            event(finishedWithFailure(message(text -> text.contains("everything is required")))));
  }

  private static Events run(Class<?> suite) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(suite))
        .execute()
        .testEvents();
  }
}
