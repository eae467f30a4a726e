package org.facerepro.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.nn.Compute;
import org.facerepro.nn.LostBuffers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarginLossTest {
  private static final Compute CPU = Compute.of("cpu");
  private static final int CLASSES = 4;
  private static final long[] LABELS = {2, 0, 3, 1, 1};
  private static final double[] QUALITIES = {-1, 0.5, 0, 1, -0.25};

  private static double[] randomCosines(int rows) {
    Rng rng = new Seed(3).rng();
    double[] cosines = new double[rows * CLASSES];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = rng.uniform(-0.998, 0.998);
    }
    return cosines;
  }

  private static double target(double t, int row, LossSpec.OverCosines loss) {
    if (loss instanceof LossSpec.CosFace cos) {
      return t - cos.margin();
    }
    if (loss instanceof LossSpec.ArcFace arc) {
      return arcFace(t, arc.margin());
    }
    if (loss instanceof LossSpec.Combined combined) {
      return combined(t, combined);
    }
    if (loss instanceof LossSpec.AdaFace ada) {
      double part = ada.margin() * QUALITIES[row];
      double angle = Math.min(Math.PI - 1e-3, Math.max(1e-3, Math.acos(t) - part));
      return Math.cos(angle) - ada.margin() - part;
    }
    return t;
  }

  private static double arcFace(double t, double m) {
    double angle = Math.acos(t) + m;
    return angle < Math.PI ? Math.cos(angle) : t - m * Math.sin(m);
  }

  private static double combined(double t, LossSpec.Combined loss) {
    if (loss.m1() == 1) {
      return arcFace(t, loss.m2()) - loss.m3();
    }
    double angle = loss.m1() * Math.acos(t) + loss.m2();
    int turns = (int) (angle / Math.PI);
    return (turns % 2 == 0 ? 1 : -1) * Math.cos(angle) - 2 * turns - loss.m3();
  }

  private static double closedForm(double[] cosines, MarginLoss loss) {
    double[] losses = new double[cosines.length / CLASSES];
    for (int n = 0; n < losses.length; n++) {
      double[] logits = new double[CLASSES];
      double partition = 0;
      for (int c = 0; c < CLASSES; c++) {
        double t = cosines[n * CLASSES + c];
        logits[c] = loss.margin().scale() * (c == LABELS[n] ? target(t, n, loss.margin()) : t);
        partition += Math.exp(logits[c]);
      }
      for (int c = 0; c < CLASSES; c++) {
        double goal = (c == LABELS[n] ? 1 - loss.smoothing() : 0) + loss.smoothing() / CLASSES;
        losses[n] -= goal * (logits[c] - Math.log(partition));
      }
    }
    return weighed(losses, loss.focal());
  }

  private static double weighed(double[] losses, @Nullable Focal focal) {
    double mean = DoubleStream.of(losses).average().orElseThrow();
    if (focal == null) {
      return mean;
    }
    return focal.of() == Focal.Of.BATCH
        ? mean * Math.pow(1 - Math.exp(-mean), focal.gamma())
        : DoubleStream.of(losses)
            .map(loss -> loss * Math.pow(1 - Math.exp(-loss), focal.gamma()))
            .average()
            .orElseThrow();
  }

  private record Evaluated(double loss, List<Double> gradient) {}

  private static Evaluated evaluate(double[] cosines, MarginLoss loss) {
    return evaluate(cosines, loss, () -> {});
  }

  private static Evaluated evaluate(double[] cosines, MarginLoss loss, Runnable beforeGradient) {
    int rows = cosines.length / CLASSES;
    try (NDManager manager = CPU.newManager();
        GradientCollector collector = CPU.engine().newGradientCollector()) {
      NDArray x = manager.create(cosines, new Shape(rows, CLASSES));
      x.setRequiresGradient(true);
      NDArray labels = manager.create(LABELS).get("0:" + rows);
      NDArray qualities = manager.create(QUALITIES).get("0:" + rows).reshape(rows, 1);
      NDArray value = loss.of(x, labels, qualities);
      beforeGradient.run();
      collector.backward(value);
      double[] gradient = x.getGradient().toDoubleArray();
      return new Evaluated(value.getDouble(), DoubleStream.of(gradient).boxed().toList());
    }
  }

  static Stream<Arguments> losses() {
    Focal sample = new Focal(2, Focal.Of.SAMPLE);
    Focal batch = new Focal(2, Focal.Of.BATCH);
    return Stream.of(
        Arguments.of(new MarginLoss(new LossSpec.Softmax(8), 0, null)),
        Arguments.of(new MarginLoss(new LossSpec.CosFace(0.35, 8), 0, null)),
        Arguments.of(new MarginLoss(new LossSpec.CosFace(0, 8), 0, null)),
        Arguments.of(new MarginLoss(new LossSpec.ArcFace(0.5, 8), 0, null)),
        Arguments.of(new MarginLoss(new LossSpec.ArcFace(0.5, 8), 0.1, null)),
        Arguments.of(new MarginLoss(new LossSpec.ArcFace(0, 8), 0, null)),
        Arguments.of(new MarginLoss(new LossSpec.ArcFace(1, 30), 0, null)),
        Arguments.of(new MarginLoss(new LossSpec.Combined(1, 0.3, 0.2, 8), 0, null)),
        Arguments.of(new MarginLoss(new LossSpec.Combined(4, 0, 0, 8), 0, null)),
        Arguments.of(new MarginLoss(new LossSpec.Combined(1.35, 0.2, 0.1, 8), 0, null)),
        Arguments.of(new MarginLoss(new LossSpec.AdaFace(0.4, 0.333, 0.01, 8), 0, null)),
        Arguments.of(new MarginLoss(new LossSpec.ArcFace(0.5, 4), 0, sample)),
        Arguments.of(new MarginLoss(new LossSpec.ArcFace(0.5, 4), 0, batch)),
        Arguments.of(new MarginLoss(new LossSpec.CosFace(0.2, 4), 0.1, sample)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void loss_andItsGradient_areThoseOfTheFormula(MarginLoss loss) {
    double[] cosines = randomCosines(LABELS.length);
    Evaluated actual = evaluate(cosines, loss);
    assertThat(actual.loss()).isCloseTo(closedForm(cosines, loss), within(2e-6));
    for (int i = 0; i < cosines.length; i++) {
      double step = 1e-6;
      double[] up = cosines.clone();
      double[] down = cosines.clone();
      up[i] += step;
      down[i] -= step;
      double slope = (closedForm(up, loss) - closedForm(down, loss)) / (2 * step);
      assertThat(actual.gradient().get(i)).isCloseTo(slope, within(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradient_afterAGarbageCollection_isTheSame(MarginLoss loss) {
    double[] cosines = randomCosines(LABELS.length);
    assertThat(evaluate(cosines, loss, LostBuffers::free)).isEqualTo(evaluate(cosines, loss));
  }

  static Stream<Arguments> lossesAtTheEnds() {
    return losses()
        .flatMap(loss -> Stream.of(1.0, -1.0).map(end -> Arguments.of(loss.get()[0], end)));
  }

  @ParameterizedTest
  @MethodSource("lossesAtTheEnds")
  void gradient_atTheEndsOfTheCosine_isFinite(MarginLoss loss, double end) {
    Evaluated actual = evaluate(new double[] {0.1, -0.3, end, 0.2}, loss);
    assertThat(actual.loss()).isFinite();
    assertThat(actual.gradient()).allMatch(Double::isFinite);
  }

  @ParameterizedTest
  @CsvSource({"1", "-1", "0.99999994"})
  void gradient_ofFloat32AtTheEnds_isFinite(float end) {
    try (NDManager manager = CPU.newManager();
        GradientCollector collector = CPU.engine().newGradientCollector()) {
      NDArray x = manager.create(new float[] {0.1f, -0.3f, end, 0.2f}, new Shape(1, CLASSES));
      x.setRequiresGradient(true);
      LossSpec.OverCosines margin = new LossSpec.Combined(4, 0.2, 0, 64);
      collector.backward(
          new MarginLoss(margin, 0, null).of(x, manager.create(new long[] {2}), null));
      for (float slope : x.getGradient().toFloatArray()) {
        assertThat(slope).isFinite();
      }
    }
  }

  @Test
  void sphereFace_overTheWholeCircle_fallsWithTheAngle() {
    LossSpec.Combined sphere = new LossSpec.Combined(4, 0, 0, 1);
    try (NDManager manager = CPU.newManager()) {
      double[] cosines = new double[200];
      for (int i = 0; i < cosines.length; i++) {
        cosines[i] = Math.cos(Math.PI * (i + 0.5) / cosines.length);
      }
      NDArray t = manager.create(cosines);
      double[] moved = AngularMargin.combined(t, sphere).add(t).toDoubleArray();
      for (int i = 1; i < moved.length; i++) {
        assertThat(moved[i]).isLessThan(moved[i - 1]);
      }
      assertThat(moved[0]).isCloseTo(1, within(1e-2));
      assertThat(moved[199]).isCloseTo(-7, within(1e-2));
    }
  }

  @Test
  void combined_withOneMarginOnly_isThePlainLossOfThatMargin() {
    double[] cosines = randomCosines(LABELS.length);
    MarginLoss arc = new MarginLoss(new LossSpec.ArcFace(0.5, 8), 0, null);
    MarginLoss cos = new MarginLoss(new LossSpec.CosFace(0.35, 8), 0, null);
    assertThat(
            evaluate(cosines, new MarginLoss(new LossSpec.Combined(1, 0.5, 0, 8), 0, null)).loss())
        .isCloseTo(evaluate(cosines, arc).loss(), within(1e-9));
    assertThat(
            evaluate(cosines, new MarginLoss(new LossSpec.Combined(1, 0, 0.35, 8), 0, null)).loss())
        .isCloseTo(evaluate(cosines, cos).loss(), within(1e-6));
  }

  @Test
  void cosines_ofVectorsOfAnyLength_areThoseOfTheirDirections() {
    try (NDManager manager = CPU.newManager()) {
      NDArray features = manager.create(new float[] {3, 0, 0, 0}, new Shape(2, 2));
      NDArray centres = manager.create(new float[] {2, 2, -5, 0}, new Shape(2, 2));
      float[] cosines = MarginLoss.cosines(features, centres).toFloatArray();
      assertThat(cosines).containsExactly(new float[] {0.70710677f, -1, 0, 0}, within(1e-6f));
    }
  }
}
