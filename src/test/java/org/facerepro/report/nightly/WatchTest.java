package org.facerepro.report.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.facerepro.archive.compare.NumberChange.Significance;
import org.facerepro.experiment.Gate;
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
  void aNumberOfOneSeedThatMoved_raisesAnAlarm() {
    SmallRun now = SmallRun.with(1, 0.8);
    assertThat(Watch.alarms(List.of(BEFORE.then(now, Significance.DIFFERENT))))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.kind()).isEqualTo(Kind.MOVED);
              assertThat(alarm.about()).isEqualTo("faces.auc");
              assertThat(alarm.before()).isEqualTo("0.900000");
              assertThat(alarm.now()).isEqualTo("0.800000");
              assertThat(alarm.evidence())
                  .endsWith("specification in 1 places, environment in 0, data in 0");
            });
    assertThat(Watch.alarms(List.of(BEFORE.then(now, Significance.NOT_SHOWN)))).isEmpty();
  }

  @Test
  void aNumberOfSeveralSeedsThatMoved_raisesOneAlarmForAll() {
    List<RunPair> pairs =
        List.of(
            SmallRun.with(1, 0.89).then(SmallRun.with(1, 0.79), Significance.NOT_SHOWN),
            SmallRun.with(2, 0.90).then(SmallRun.with(2, 0.80), Significance.NOT_SHOWN),
            SmallRun.with(3, 0.91).then(SmallRun.with(3, 0.81), Significance.NOT_SHOWN));
    assertThat(Watch.alarms(pairs))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.seeds()).containsExactly(1L, 2L, 3L);
              assertThat(alarm.before()).isEqualTo("0.890000, 0.900000, 0.910000");
              assertThat(alarm.evidence()).startsWith("the mean over 3 seeds moved by -0.100000");
            });
  }

  @Test
  void rankOneOfASearchThatMoved_raisesAnAlarm() {
    assertThat(moved("rank-1")).containsExactly("faces.rank-1");
    assertThat(moved("rank-5")).isEmpty();
  }

  @Test
  void aNumberThatAGateNamesAndThatMoved_raisesAnAlarm() {
    assertThat(moved("tar@far=1e-2", gate("faces.tar@far=1e-2")))
        .containsExactly("faces.tar@far=1e-2");
    assertThat(moved("eer", gate("faces.eer.interval.high"))).containsExactly("faces.eer");
  }

  @Test
  void aNumberThatGatesNameElsewhere_isNotWatched() {
    assertThat(moved("eer", gate("other-faces.eer"), gate("faces.tar@far=1e-2"))).isEmpty();
  }

  private static List<String> moved(String metric, Gate... gates) {
    SmallRun now = SmallRun.with(1, 0.8);
    return Watch.alarms(List.of(BEFORE.then(now, Significance.DIFFERENT, metric, gates))).stream()
        .filter(alarm -> alarm.kind() == Kind.MOVED)
        .map(Alarm::about)
        .toList();
  }

  private static Gate gate(String metric) {
    return new Gate.AtLeast(metric, 0.5, "why");
  }

  private static List<Alarm> alarms(SmallRun before, SmallRun now) {
    return Watch.alarms(List.of(before.then(now, Significance.EQUAL)));
  }
}
