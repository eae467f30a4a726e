package org.facerepro.face.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.Laws;
import org.junit.jupiter.api.Test;

class ExpressionsTest {
  @Test
  void shutEyes_areShutWhateverTheyDoAtRest() {
    Rng rng = new Seed(3).rng();
    int shut = 0;
    for (int i = 0; i < 500; i++) {
      Draws draws = new Draws(Laws.NONE, new Seed(i));
      Map<ExpressionComponent, Double> rest = Expressions.rest(rng);
      double closed =
          Expressions.draw(rest, draws).getOrDefault(ExpressionComponent.EYES_CLOSED, 0.0);
      shut += closed == 1 ? 1 : 0;
      assertThat(closed < 0.7 || closed == 1).as("closed %s", closed).isTrue();
    }
    assertThat(shut).isBetween(3, 40);
  }
}
