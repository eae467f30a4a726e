package org.facerepro.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.facerepro.experiment.trial.Trial;
import org.facerepro.metric.trial.Estimate;
import org.junit.jupiter.api.Test;

class ClaimSectionTest {

  @Test
  void shown_ofAStepThatHolds_addsNothing() {
    assertThat(ClaimSection.shown(step(true, 0.03, 0.031, 0.029))).isEmpty();
  }

  @Test
  void shown_whereTheIntervalHoldsZero_saysUndecided() {
    assertThat(ClaimSection.shown(step(false, -0.03, 0.02, 0.01))).isEqualTo(", undecided");
  }

  @Test
  void shown_whereTheWholeIntervalLiesBelowZero_saysThatTheOppositeIsShown() {
    assertThat(ClaimSection.shown(step(false, -0.03, -0.031, -0.029)))
        .isEqualTo(", **the opposite is shown**");
  }

  @Test
  void shown_ofASingleSeedWithoutAnInterval_saysUndecided() {
    assertThat(ClaimSection.shown(step(false, -0.03))).isEqualTo(", undecided");
  }

  private static Trial.Comparison step(boolean holds, double... differences) {
    return new Trial.Comparison(
        "one.accuracy", "other.accuracy", true, Estimate.ofSeeds(differences), 0.5, holds);
  }
}
