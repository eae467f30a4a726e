package org.facerepro.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.facerepro.plot.Chart;
import org.facerepro.plot.ChartStack;
import org.facerepro.plot.Curve;
import org.facerepro.plot.LinearAxis;

/** Draws how a training goes, over its epochs: loss, accuracies, learning rate. */
final class TrainingCurves {
  /** File beside the checkpoints and in the model folder. */
  static final String FILE = "curves.svg";

  private static final int CHARTS = 3;
  private static final int FEW = 10;
  private static final String TIME = "epochs done";
  private static final double LEAST = 1e-9;

  private final List<EpochReport> epochs;
  private final LinearAxis time;
  private final ChartStack stack = new ChartStack(CHARTS);

  private TrainingCurves(int all, List<EpochReport> epochs) {
    this.epochs = epochs;
    this.time =
        all < FEW ? new LinearAxis(TIME, 0, all, all, 0) : LinearAxis.upTo(TIME, (double) all);
  }

  /**
   * Draws.
   *
   * @param all epochs that the training is to have, 0 or more
   * @param epochs those that are done
   * @return an SVG document
   */
  static String of(int all, List<EpochReport> epochs) {
    TrainingCurves curves = new TrainingCurves(Math.max(1, all), epochs);
    curves.loss(all);
    curves.accuracies();
    curves.rate();
    return curves.stack.document();
  }

  private void loss(int all) {
    String last =
        epochs.isEmpty()
            ? ""
            : String.format(Locale.ROOT, ", loss %.3f", epochs.get(epochs.size() - 1).loss());
    String title = "Training: epoch %d of %d%s".formatted(epochs.size(), all, last);
    Chart chart = stack.add(title, time, upTo("loss", EpochReport::loss));
    chart.dots("loss", over(epochs, EpochReport::loss));
    chart.name(Chart.Legend.TOP_RIGHT);
  }

  private void accuracies() {
    Chart chart = stack.add("Accuracy", time, new LinearAxis("accuracy", 0, 1, 5, 1));
    chart.dots("training, before the margin", over(epochs, EpochReport::trainAccuracy));
    List<EpochReport> watched = epochs.stream().filter(e -> e.dev() != null).toList();
    if (!watched.isEmpty()) {
      chart.dots("dev faces, verification", over(watched, TrainingCurves::devAccuracy));
    }
    chart.name(Chart.Legend.BOTTOM_RIGHT);
  }

  private static double devAccuracy(EpochReport epoch) {
    return Objects.requireNonNull(epoch.dev(), "dev").accuracy();
  }

  private void rate() {
    Chart chart = stack.add("Learning rate", time, upTo("rate", EpochReport::learningRate));
    chart.dots("at the last step of the epoch", over(epochs, EpochReport::learningRate));
    chart.name(Chart.Legend.TOP_RIGHT);
  }

  private LinearAxis upTo(String title, ToDoubleFunction<EpochReport> value) {
    return LinearAxis.upTo(title, epochs.stream().mapToDouble(value).reduce(LEAST, Math::max));
  }

  private static Curve over(List<EpochReport> shown, ToDoubleFunction<EpochReport> value) {
    List<EpochReport> points = new ArrayList<>(shown);
    return new Curve() {
      @Override
      public int size() {
        return points.size();
      }

      @Override
      public double x(int i) {
        return points.get(i).epoch() + 1.0;
      }

      @Override
      public double y(int i) {
        return value.applyAsDouble(points.get(i));
      }
    };
  }
}
