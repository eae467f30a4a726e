package org.facerepro.face.model;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Require;

/**
 * A linear space of values at the vertices of a mesh: {@code mean + basis · (deviation ∘ c)}, where
 * the coefficients {@code c} are in standard deviations of the population.
 *
 * <p>Memory: {@code mean [3V]} holds x, y, z (or red, green, blue) of vertex 0, then of vertex 1
 * and so on. {@code basis [3V, K]} is row-major: the K values of one coordinate lie side by side,
 * value {@code (row, k)} at {@code row * K + k}. {@code deviation [K]} is applied to the
 * coefficients, never to the stored basis. Immutable.
 */
public final class LinearSpace {
  private final float[] mean;
  private final float[] basis;
  private final float[] deviation;
  private final List<String> names;

  /** Takes the arrays over. */
  LinearSpace(float[] mean, float[] basis, float[] deviation, List<String> names) {
    this.mean = mean;
    this.basis = basis;
    this.deviation = deviation;
    this.names = List.copyOf(names);
    long size = (long) mean.length * deviation.length;
    Require.that(mean.length % 3 == 0, "mean", "three values for each vertex", mean.length);
    Require.that(basis.length == size, "basis", size + " values", basis.length);
    Require.that(
        names.size() == deviation.length, "names", deviation.length + " names", names.size());
    Require.that(new HashSet<>(names).size() == names.size(), "names", "no name twice", names);
    finite("mean", mean);
    finite("basis", basis);
    finite("deviation", deviation);
    for (float d : deviation) {
      Require.that(d >= 0, "deviation", "no negative standard deviation", d);
    }
  }

  /**
   * Makes a space from copies of the arrays.
   *
   * @param mean {@code [3V]}
   * @param basis {@code [3V, K]}, row-major
   * @param deviation {@code [K]} standard deviation of each component, at least 0
   * @param names {@code [K]} different names of the components
   * @throws org.facerepro.core.InvalidValueException if the sizes do not fit or a value is not
   *     finite
   */
  public static LinearSpace of(float[] mean, float[] basis, float[] deviation, List<String> names) {
    return new LinearSpace(mean.clone(), basis.clone(), deviation.clone(), names);
  }

  /** Makes a space without components: every instance is the mean {@code [3V]}. */
  public static LinearSpace constant(float[] mean) {
    return of(mean, new float[0], new float[0], List.of());
  }

  /** Names components {@code prefix000, prefix001, …} that have no names of their own. */
  public static List<String> numbered(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(k -> String.format("%s%03d", prefix, k)).toList();
  }

  private static void finite(String key, float[] values) {
    int bad = firstNotFinite(values);
    if (bad >= 0) {
      Require.that(false, key + "[" + bad + "]", "a finite number", values[bad]);
    }
  }

  /** Returns the index of the first value that is NaN or infinite, -1 if there is none. */
  static int firstNotFinite(float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the number of coordinates 3V. */
  public int rows() {
    return mean.length;
  }

  public int vertexCount() {
    return mean.length / 3;
  }

  /** Returns the number of components K. */
  public int components() {
    return deviation.length;
  }

  public float mean(int row) {
    return mean[row];
  }

  public float basis(int row, int component) {
    return basis[row * deviation.length + component];
  }

  /** Returns the standard deviation of a component's coefficient before scaling, at least 0. */
  public float deviation(int component) {
    return deviation[component];
  }

  /** Returns the names of the components, in order. */
  public List<String> names() {
    return names;
  }

  /** The shared mean {@code [3V]}; read-only by agreement inside {@code face}. */
  public float[] sharedMean() {
    return mean;
  }

  /** The shared basis {@code [3V, K]}, row-major; read-only by agreement inside {@code face}. */
  public float[] sharedBasis() {
    return basis;
  }

  /** The shared deviations {@code [K]}; read-only by agreement inside {@code face}. */
  public float[] sharedDeviation() {
    return deviation;
  }

  /**
   * Adds {@code mean + basis · (deviation ∘ c)} to {@code sum [3V]} in double precision, component
   * by component in order; the reference that faster kernels are held against.
   *
   * @param coefficients at most K; those left out are 0
   */
  public void addInstance(double[] coefficients, double[] sum) {
    Require.between("coefficients", coefficients.length, 0, components());
    Require.that(sum.length == rows(), "sum", rows() + " values", sum.length);
    for (int row = 0; row < sum.length; row++) {
      double value = mean[row];
      int at = row * deviation.length;
      for (int k = 0; k < coefficients.length; k++) {
        value += basis[at + k] * (deviation[k] * coefficients[k]);
      }
      sum[row] += value;
    }
  }
}
