package org.facerepro.report.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.facerepro.archive.compare.NumberChange;
import org.facerepro.archive.compare.NumberChange.Basis;
import org.facerepro.archive.compare.NumberChange.Significance;
import org.junit.jupiter.api.Test;

class MovementTest {

  @Test
  void oneSeed_whoseDifferenceIsShown_movedUpOrDown() {
    assertThat(one(0.9, 0.95, Significance.DIFFERENT))
        .contains(
            "moved by +0.050000 on the same test subjects (95 % interval +0.040000 … +0.060000;"
                + " one seed, so the noise of training is not known)");
    assertThat(one(0.95, 0.9, Significance.DIFFERENT))
        .hasValueSatisfying(text -> assertThat(text).startsWith("moved by -0.05"));
  }

  @Test
  void oneSeed_whoseDifferenceIsNotShown_mayBeNoise() {
    assertThat(one(0.9, 0.905, Significance.NOT_SHOWN)).isEmpty();
    assertThat(one(0.9, 0.9, Significance.EQUAL)).isEmpty();
  }

  @Test
  void failuresToEnrol_mayNotMove() {
    assertThat(Movement.ofFailures(new double[] {0, 0}, new double[] {0, 1e-4})).isPresent();
    assertThat(Movement.ofFailures(new double[] {0.1}, new double[] {0.1})).isEmpty();
  }

  @Test
  void aNumberThatOneRunLacks_isNotJudged() {
    NumberChange gone =
        new NumberChange(
            "faces", "auc", 0.9, null, null, null, Significance.NOT_TOLD, Basis.VALUES);
    assertThat(Movement.ofOneSeed(gone)).isEmpty();
  }

  /** 1, 2, 3 against 2, 4, 6: t = 1.5492, ν = 2.9412, p = 0.2209. */
  @Test
  void seedsThatVaryMoreThanTheyMoved_areNoise() {
    assertThat(Movement.ofSeeds(new double[] {1, 2, 3}, new double[] {2, 4, 6})).isEmpty();
  }

  /** Means 0.90 and 0.80, both with standard deviation 0.01: t = 12.25 with ν = 4. */
  @Test
  void seedsThatMovedMoreThanTheyVary_moved() {
    Optional<String> evidence =
        Movement.ofSeeds(new double[] {0.89, 0.90, 0.91}, new double[] {0.79, 0.80, 0.81});
    assertThat(evidence).contains("the mean over 3 seeds moved by -0.100000 (Welch p = 0.00026)");
  }

  @Test
  void seedsThatDoNotVary_mayNotMove() {
    assertThat(Movement.ofSeeds(new double[] {0.5, 0.5}, new double[] {0.6, 0.6})).isPresent();
    assertThat(Movement.ofSeeds(new double[] {0.5, 0.5}, new double[] {0.5, 0.5})).isEmpty();
  }

  private static Optional<String> one(double before, double now, Significance significance) {
    return Movement.ofOneSeed(SmallRun.change(before, now, significance));
  }
}
