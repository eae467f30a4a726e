package org.facerepro.face.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HairPlanTest {
  private static final HairDay TIED = new HairDay(1, 0, false, 0, 0, 0, true, 0, 0, 0, 0, 0, 1);
  private static final HairDay BRUSHED_BACK =
      new HairDay(1, 0, false, 0, 0, 0, false, 1, 0, 0, 0, 0, 1);

  private static HairPlan plan(HairStyle style) {
    SubjectTraits traits =
        new SubjectTraits(false, 30, 0.2, 0, 0.5, 0, style, BeardStyle.NONE, 0, 0, 0);
    return HairPlan.of(Subject.of(new Seed(2), traits, Map.of(), Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void hair_neverGrowsOnTheInnerFace(HairStyle style) {
    HairPlan plan = plan(style);
    for (int y = -100; y <= 10; y += 5) {
      for (int u = -50; u <= 50; u += 5) {
        assertThat(plan.depth(u, y)).isNegative();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BALD", "RING"})
  void hair_coversTheCrown(HairStyle style) {
    HairPlan plan = plan(style);
    assertThat(plan.depth(0, 105)).isPositive();
    assertThat(plan.thickness(0, 105, plan.depth(0, 105))).isPositive();
  }

  @Test
  void ringOfHair_reachesHigherBehindTheEarsThanBeforeThem() {
    HairPlan plan = plan(HairStyle.RING);
    assertThat(plan.depth(86, 25)).isNegative();
    assertThat(plan.depth(165, 25)).isPositive();
    assertThat(plan.depth(165, 75)).isNegative();
  }

  @Test
  void longHair_tiedBack_losesItsLocksAndLiesFlat() {
    HairPlan open = plan(HairStyle.LONG);
    HairPlan tied = open.on(TIED);
    assertThat(open.hasLocks()).isTrue();
    assertThat(tied.hasLocks()).isFalse();
    assertThat(tied.volume()).isLessThan(open.volume());
  }

  @Test
  void fringe_brushedBack_baresTheForehead() {
    HairPlan plan = plan(HairStyle.FRINGE);
    assertThat(plan.depth(0, 55)).isPositive();
    assertThat(plan.on(BRUSHED_BACK).depth(0, 55)).isNegative();
  }

  @Test
  void cutHair_onADayOfTiedHair_staysAsItIs() {
    assertThat(plan(HairStyle.SHORT).on(TIED).style()).isEqualTo(HairStyle.SHORT);
  }
}
