package org.facerepro.report.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.facerepro.experiment.Verdict;
import org.facerepro.report.nightly.Alarm.Kind;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final SmallRun BEFORE = new SmallRun(1, Verdict.PASS, "key", "payload", 0.9);

  @Test
  void theSameRun_raisesNoAlarm() {
    assertThat(alarms(BEFORE, BEFORE)).isEmpty();
  }

  @Test
  void aGateThatCameToAWorseVerdict_raisesOneAlarm() {
    SmallRun now = new SmallRun(1, Verdict.FAIL, "key", "payload", 0.9);
    assertThat(alarms(BEFORE, now))
        .containsExactly(
            new Alarm(
                Kind.VERDICT,
                "small",
                "embedded",
                List.of(1L),
                "gate good",
                "PASS, observed 0.9",
                "FAIL, observed 0.9",
                "faces.auc >= 0.5",
                SmallRun.RERUN));
  }

  @Test
  void aGateThatCameToABetterVerdict_raisesNone() {
    SmallRun failed = new SmallRun(1, Verdict.FAIL, "key", "payload", 0.9);
    assertThat(alarms(failed, BEFORE)).isEmpty();
  }

  @Test
  void theSameWorkWithOtherBytes_raisesAnAlarm() {
    SmallRun now = new SmallRun(1, Verdict.PASS, "key", "other", 0.9);
    assertThat(alarms(BEFORE, now))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.kind()).isEqualTo(Kind.BYTES);
              assertThat(alarm.about()).isEqualTo("stage faces");
            });
  }

  @Test
  void otherWorkWithOtherBytes_isNoAlarm() {
    SmallRun now = new SmallRun(1, Verdict.PASS, "new key", "other", 0.9);
    assertThat(alarms(BEFORE, now)).isEmpty();
  }

  @Test
  void aStageThatIsNoLongerMeasured_raisesAnAlarmWithTheReason() {
    SmallRun now = new SmallRun(1, Verdict.NOT_RUN, "key", "payload", null);
    assertThat(alarms(BEFORE, now))
        .extracting(Alarm::kind, Alarm::evidence)
        .contains(tuple(Kind.GONE, "no set called faces"));
  }

  @Test
  void aNumberThatMoved_raisesOneAlarmForAllSeeds() {
    List<RunPair> pairs =
        List.of(
            pair(SmallRun.with(1, 0.89), SmallRun.with(1, 0.79)),
            pair(SmallRun.with(2, 0.90), SmallRun.with(2, 0.80)),
            pair(SmallRun.with(3, 0.91), SmallRun.with(3, 0.81)));
    assertThat(Watch.alarms(pairs))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.kind()).isEqualTo(Kind.MOVED);
              assertThat(alarm.about()).isEqualTo("faces.auc");
              assertThat(alarm.seeds()).containsExactly(1L, 2L, 3L);
              assertThat(alarm.before()).isEqualTo("0.890000, 0.900000, 0.910000");
            });
  }

  private static List<Alarm> alarms(SmallRun before, SmallRun now) {
    return Watch.alarms(List.of(pair(before, now)));
  }

  private static RunPair pair(SmallRun before, SmallRun now) {
    return new RunPair(before.result(), now.result(), SmallRun.RERUN);
  }
}
