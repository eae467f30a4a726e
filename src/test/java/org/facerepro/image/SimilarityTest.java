package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static final Similarity TURN = new Similarity(1.5, -0.5, 3, -4);
  private static final List<Point> FACE = ArcFaceTemplate.points(112);

  @Test
  void fit_ofMovedPoints_findsTheMove() {
    Similarity found = Similarity.fit(FACE, FACE.stream().map(TURN::apply).toList());
    assertThat(found.a()).isCloseTo(1.5, within(1e-12));
    assertThat(found.b()).isCloseTo(-0.5, within(1e-12));
    assertThat(found.tx()).isCloseTo(3, within(1e-9));
    assertThat(found.ty()).isCloseTo(-4, within(1e-9));
  }

  @Test
  void fit_ofMirroredPoints_doesNotReflect() {
    List<Point> mirrored = FACE.stream().map(p -> new Point(-p.x(), p.y())).toList();
    Similarity found = Similarity.fit(FACE, mirrored);
    assertThat(found.a() * found.a() + found.b() * found.b()).isPositive();
    assertThat(squaredError(found, mirrored)).isGreaterThan(100);
  }

  @Test
  void fit_ofPointsThatNoSimilarityMatches_isNotBeatenByItsNeighbours() {
    List<Point> other =
        List.of(
            new Point(10, 12),
            new Point(33, 9),
            new Point(20, 30),
            new Point(15, 41),
            new Point(35, 38));
    Similarity best = Similarity.fit(FACE, other);
    double least = squaredError(best, other);
    double h = 1e-4;
    for (int i = 0; i < 4; i++) {
      for (double step : new double[] {-h, h}) {
        Similarity near =
            new Similarity(
                best.a() + (i == 0 ? step : 0),
                best.b() + (i == 1 ? step : 0),
                best.tx() + (i == 2 ? step : 0),
                best.ty() + (i == 3 ? step : 0));
        assertThat(squaredError(near, other)).isGreaterThan(least);
      }
    }
  }

  private static double squaredError(Similarity similarity, List<Point> to) {
    double sum = 0;
    for (int i = 0; i < to.size(); i++) {
      Point moved = similarity.apply(FACE.get(i));
      sum += Math.pow(moved.x() - to.get(i).x(), 2) + Math.pow(moved.y() - to.get(i).y(), 2);
    }
    return sum;
  }

  @Test
  void fit_ofCoincidingPoints_isRefused() {
    Point same = new Point(3, 3);
    assertThatThrownBy(() -> Similarity.fit(List.of(same, same), List.of(same, same)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void inverse_afterTheTransform_movesNothing() {
    Point there = TURN.then(TURN.inverse()).apply(new Point(17, -5));
    assertThat(there.x()).isCloseTo(17, within(1e-12));
    assertThat(there.y()).isCloseTo(-5, within(1e-12));
  }

  @Test
  void then_appliesTheFirstTransformFirst() {
    Similarity shift = new Similarity(1, 0, 10, 0);
    Similarity quarterTurn = new Similarity(0, 1, 0, 0);
    assertThat(shift.then(quarterTurn).apply(new Point(1, 0))).isEqualTo(new Point(0, 11));
  }

  @Test
  void template_ofDoubleSize_hasDoubleCoordinates() {
    assertThat(ArcFaceTemplate.points(224).get(2)).isEqualTo(new Point(112.0504, 143.4732));
  }

  @Test
  void template_withAMargin_isTheTemplateOfTheCentreCrop() {
    Point eye = ArcFaceTemplate.points(64).get(0);
    assertThat(ArcFaceTemplate.points(64, 4).get(0)).isEqualTo(new Point(4 + eye.x(), 4 + eye.y()));
  }
}
