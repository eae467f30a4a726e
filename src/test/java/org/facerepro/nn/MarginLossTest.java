package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.stream.DoubleStream;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginLossTest {
  private static final Compute CPU = Compute.of("cpu");
  private static final int CLASSES = 4;

  private static double[] randomCosines(int rows) {
    Rng rng = new Seed(3).rng();
    double[] cosines = new double[rows * CLASSES];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = rng.uniform(-0.999, 0.999);
    }
    return cosines;
  }

  private static final long[] LABELS = {2, 0, 3, 1, 1};

  private static double target(double t, Margin margin) {
    return switch (margin.kind()) {
      case SOFTMAX -> t;
      case COS_FACE -> t - margin.margin();
      case ARC_FACE -> {
        double angle = Math.acos(t) + margin.margin();
        yield angle < Math.PI ? Math.cos(angle) : t - margin.margin() * Math.sin(margin.margin());
      }
    };
  }

  private static double closedForm(double[] cosines, Margin margin, double smoothing) {
    double sum = 0;
    for (int n = 0; n < LABELS.length; n++) {
      double[] logits = new double[CLASSES];
      double partition = 0;
      for (int c = 0; c < CLASSES; c++) {
        double t = cosines[n * CLASSES + c];
        logits[c] = margin.scale() * (c == LABELS[n] ? target(t, margin) : t);
        partition += Math.exp(logits[c]);
      }
      for (int c = 0; c < CLASSES; c++) {
        double goal = (c == LABELS[n] ? 1 - smoothing : 0) + smoothing / CLASSES;
        sum -= goal * (logits[c] - Math.log(partition));
      }
    }
    return sum / LABELS.length;
  }

  private record Evaluated(double loss, List<Double> gradient) {}

  private static Evaluated evaluate(double[] cosines, Margin margin, double smoothing) {
    try (NDManager manager = CPU.newManager();
        GradientCollector collector = CPU.engine().newGradientCollector()) {
      NDArray x = manager.create(cosines, new Shape(cosines.length / CLASSES, CLASSES));
      x.setRequiresGradient(true);
      NDArray labels = manager.create(LABELS).get("0:" + cosines.length / CLASSES);
      NDArray loss = MarginLoss.loss(x, labels, margin, smoothing);
      collector.backward(loss);
      double[] gradient = x.getGradient().toDoubleArray();
      return new Evaluated(loss.getDouble(), DoubleStream.of(gradient).boxed().toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SOFTMAX,0,8,0",
    "COS_FACE,0.35,8,0",
    "ARC_FACE,0.5,8,0",
    "ARC_FACE,0.5,8,0.1",
    "ARC_FACE,0,8,0",
    "ARC_FACE,1,30,0"
  })
  void loss_andItsGradient_areThoseOfTheFormula(
      Margin.Kind kind, double m, double scale, double smoothing) {
    Margin margin = new Margin(kind, m, scale);
    double[] cosines = randomCosines(LABELS.length);
    Evaluated actual = evaluate(cosines, margin, smoothing);
    assertThat(actual.loss()).isCloseTo(closedForm(cosines, margin, smoothing), within(1e-6));
    for (int i = 0; i < cosines.length; i++) {
      double step = 1e-6;
      double[] up = cosines.clone();
      double[] down = cosines.clone();
      up[i] += step;
      down[i] -= step;
      double slope =
          (closedForm(up, margin, smoothing) - closedForm(down, margin, smoothing)) / (2 * step);
      assertThat(actual.gradient().get(i)).isCloseTo(slope, within(1e-5));
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "-1"})
  void gradient_ofArcFaceAtTheEndsOfTheCosine_isFinite(double end) {
    double[] cosines = {0.1, -0.3, end, 0.2};
    Evaluated actual = evaluate(cosines, new Margin(Margin.Kind.ARC_FACE, 0.5, 30), 0);
    assertThat(actual.loss()).isFinite();
    assertThat(actual.gradient()).allMatch(Double::isFinite);
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
