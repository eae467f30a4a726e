package org.facerepro.face.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.facerepro.core.CorruptDataException;

/**
 * Reads models in the layout of the Basel Face Model 2017 and 2019: groups {@code shape}, {@code
 * color} and {@code expression}, each with {@code model/mean [3V]}, {@code model/pcaBasis [3V, K]}
 * and {@code model/pcaVariance [K]}; points and triangles below {@code shape/representer};
 * landmarks as JSON. Millimetres; colours 0 to 1 as shown. The noise variance of the probabilistic
 * model is not used.
 *
 * <p>Source: T. Gerig et al., "Morphable Face Models – An Open Framework", FG 2018.
 */
final class BfmHdf5Reader {
  private static final String POINTS = "shape/representer/points";
  private static final String CELLS = "shape/representer/cells";

  private final Path path;
  private final Hdf5File file;

  private BfmHdf5Reader(Path path, Hdf5File file) {
    this.path = path;
    this.file = file;
  }

  static LinearModel read(Path path, String sha256) {
    try (Hdf5File file = Hdf5File.open(path)) {
      return new BfmHdf5Reader(path, file).model(sha256);
    }
  }

  private LinearModel model(String sha256) {
    for (String group : new String[] {"shape", "color", "expression"}) {
      if (!file.has(group)) {
        throw new CorruptDataException(
            "%s has no group %s: a model of the Basel layout has shape, color and expression"
                .formatted(path, group));
      }
    }
    LinearSpace shape = space("shape", "shape");
    int vertices = shape.vertexCount();
    MeshChecks.requireHeadSize(file.where("shape/model/mean"), shape.sharedMean());
    return LinearModel.builder(BfmCards.hdf5(path, sha256), triangles(shape), shape)
        .colour(fitting("color", "colour", vertices), ColourEncoding.SRGB)
        .expression(fitting("expression", "expression", vertices))
        .landmarks(landmarks(vertices))
        .build();
  }

  private LinearSpace fitting(String group, String prefix, int vertices) {
    LinearSpace space = space(group, prefix);
    if (space.vertexCount() != vertices) {
      throw new CorruptDataException(
          "%s has %d vertices, shape/model/mean has %d: the parts are of different models"
              .formatted(file.where(group + "/model/mean"), space.vertexCount(), vertices));
    }
    return space;
  }

  private LinearSpace space(String group, String prefix) {
    float[] mean = finite(group + "/model/mean");
    if (mean.length == 0 || mean.length % 3 != 0) {
      throw new CorruptDataException(
          "%s has %d values, expected three for each vertex"
              .formatted(file.where(group + "/model/mean"), mean.length));
    }
    float[] deviation = deviation(group + "/model/pcaVariance");
    String basis = group + "/model/pcaBasis";
    int[] shape = file.shape(basis);
    if (!Arrays.equals(shape, new int[] {mean.length, deviation.length})) {
      throw new CorruptDataException(
          "%s has the shape %s, expected [%d, %d]: rows as model/mean, columns as model/pcaVariance"
              .formatted(file.where(basis), Arrays.toString(shape), mean.length, deviation.length));
    }
    return new LinearSpace(
        mean, finite(basis), deviation, LinearSpace.numbered(prefix, deviation.length));
  }

  private float[] finite(String dataset) {
    float[] values = file.floats(dataset);
    MeshChecks.requireFinite(file.where(dataset), values);
    return values;
  }

  private float[] deviation(String dataset) {
    float[] values = file.floats(dataset);
    MeshChecks.requireNotNegative(file.where(dataset), values);
    for (int k = 0; k < values.length; k++) {
      values[k] = (float) Math.sqrt(values[k]);
    }
    return values;
  }

  private int[] triangles(LinearSpace shape) {
    int[] triangles = triples(CELLS, file.shape(CELLS), file.ints(CELLS));
    MeshChecks.requireIndices(file.where(CELLS), triangles, shape.vertexCount());
    MeshChecks.orientOutwards(triangles, shape.sharedMean());
    return triangles;
  }

  private Map<String, Integer> landmarks(int vertices) {
    String name = BfmLandmarks.DATASET;
    String json = file.text(name).orElse("[]");
    float[] points = finite(POINTS);
    float[] rows = new float[points.length];
    int[] order = triples(POINTS, file.shape(POINTS), identity(points.length));
    for (int i = 0; i < rows.length; i++) {
      rows[i] = points[order[i]];
    }
    if (rows.length != 3 * vertices) {
      throw new CorruptDataException(
          "%s has %d points, shape/model/mean has %d: the parts are of different models"
              .formatted(file.where(POINTS), rows.length / 3, vertices));
    }
    return BfmLandmarks.nearest(json, rows, file.where(name));
  }

  private static int[] identity(int count) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** Brings {@code [3, n]} or {@code [n, 3]} into rows of three. */
  private int[] triples(String dataset, int[] shape, int[] values) {
    boolean across = shape.length == 2 && shape[0] == 3;
    if (!across && (shape.length != 2 || shape[1] != 3)) {
      throw new CorruptDataException(
          "%s has the shape %s, expected [3, n] or [n, 3]"
              .formatted(file.where(dataset), Arrays.toString(shape)));
    }
    if (!across) {
      return values;
    }
    int[] rows = new int[values.length];
    int count = shape[1];
    for (int i = 0; i < count; i++) {
      for (int axis = 0; axis < 3; axis++) {
        rows[3 * i + axis] = values[axis * count + i];
      }
    }
    return rows;
  }
}
