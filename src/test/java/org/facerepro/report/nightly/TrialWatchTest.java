package org.facerepro.report.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Trial;
import org.junit.jupiter.api.Test;

class TrialWatchTest {
  private static final String RERUN = "./facerepro run small.yaml --seeds 1,2 --data /data";

  @Test
  void alarm_isRaisedForAGateOfTheTrialThatCameToAWorseVerdict() {
    assertThat(Watch.alarms(trial(Verdict.PASS, true), trial(Verdict.FAIL, true), RERUN))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.kind()).isEqualTo(Alarm.Kind.VERDICT);
              assertThat(alarm.seeds()).containsExactly(1L, 2L);
              assertThat(alarm.about()).isEqualTo("gate better");
              assertThat(alarm.before()).isEqualTo("PASS, evidence");
              assertThat(alarm.now()).isEqualTo("FAIL, evidence");
              assertThat(alarm.rerun()).isEqualTo(RERUN);
            });
  }

  @Test
  void alarm_isNotRaisedForTheSameOrABetterVerdict() {
    assertThat(Watch.alarms(trial(Verdict.FAIL, true), trial(Verdict.FAIL, true), RERUN)).isEmpty();
    assertThat(Watch.alarms(trial(Verdict.FAIL, true), trial(Verdict.PASS, true), RERUN)).isEmpty();
  }

  @Test
  void alarm_isNotRaisedForWhatIsWatchedElsewhere() {
    assertThat(Watch.alarms(trial(Verdict.PASS, false), trial(Verdict.FAIL, false), RERUN))
        .isEmpty();
    assertThat(Watch.alarms(trial(Verdict.PASS, true), trial(Verdict.DRIFT, true), RERUN))
        .isEmpty();
  }

  @Test
  void alarm_isRaisedForAGateThatDriftedFromTheReferenceRuns() {
    assertThat(Watch.alarms(trial(Verdict.DRIFT, true), RERUN))
        .containsExactly(
            new Alarm(
                Alarm.Kind.DRIFT,
                "small",
                "embedded",
                List.of(1L, 2L),
                "gate better",
                "claim",
                "DRIFT",
                "evidence",
                RERUN));
  }

  @Test
  void alarm_isNotRaisedForATrialWithoutDrift() {
    assertThat(Watch.alarms(trial(Verdict.PASS, true), RERUN)).isEmpty();
    assertThat(Watch.alarms(trial(Verdict.FAIL, true), RERUN)).isEmpty();
  }

  private static Trial trial(Verdict verdict, boolean overTrial) {
    Trial.TrialGate gate =
        new Trial.TrialGate(
            "better",
            List.of("faces"),
            "claim",
            verdict,
            "evidence",
            "why",
            overTrial,
            List.of(),
            null,
            null);
    return new Trial(
        Trial.SCHEMA,
        "small",
        "Small",
        "embedded",
        List.of(1L, 2L),
        "none",
        "none",
        "hash",
        verdict,
        "./facerepro run small --seeds 1,2",
        "none",
        List.of(gate),
        List.of(),
        List.of(),
        List.of());
  }
}
