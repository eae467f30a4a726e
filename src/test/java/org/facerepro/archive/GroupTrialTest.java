package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial whose test has groups of comparisons, the same faces in every seed. */
class GroupTrialTest {
  private static final Known NOTHING =
      Known.of(new TrialBaselines(TrialBaselines.SCHEMA, List.of(), null));

  @TempDir Path folder;

  private Path archive() {
    return folder.resolve("trial.tar.gz");
  }

  private Trial pack() throws IOException {
    return pack(text -> text);
  }

  private Trial pack(UnaryOperator<String> change) throws IOException {
    SmallTrial small = SmallTrial.in(folder, 1, 2);
    for (long seed = 1; seed <= 2; seed++) {
      small.withSpecification(
          seed, text -> change.apply(text.replace("kind: verify,", "kind: verify-groups,")));
    }
    return small.pack(archive());
  }

  /** The fixture has no protocol with groups, so that only the run tells which there are. */
  @Test
  void trial_ofAGroupThatNobodyIsOf_failsEveryGateOnItAndNamesTheGroups() throws IOException {
    Trial trial =
        pack(text -> text.replace("metric: proxy-real.auc", "metric: proxy-real/blue.auc"));

    assertThat(trial.gates())
        .allSatisfy(
            gate -> {
              assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
              assertThat(gate.evidence())
                  .isEqualTo(
                      "proxy-real/blue was not measured; there are: proxy-real, proxy-real/dark,"
                          + " proxy-real/light");
            })
        .extracting(Trial.TrialGate::gate)
        .containsExactly("better", "floor", "saved");
  }

  @Test
  void trial_ofGroups_hasIntervalsOverTheirSubjects() throws IOException {
    assertThat(pack().metric("proxy-real/dark.auc"))
        .hasValueSatisfying(metric -> assertThat(metric.overSubjects()).isNotNull());
  }

  @Test
  void recompute_ofATrialOfGroups_derivesTheSameNumbers() throws IOException {
    pack();
    assertThat(ArchiveVerifier.recompute(archive()).findings()).isEmpty();
  }

  @Test
  void pool_ofRunsWithGroups_isTheTrial() throws IOException {
    Trial trial = pack();
    List<Path> runs = List.of(folder.resolve("run1/run.tar.gz"), folder.resolve("run2/run.tar.gz"));
    assertThat(PooledTrial.of(runs, NOTHING).trial()).isEqualTo(trial);
  }
}
