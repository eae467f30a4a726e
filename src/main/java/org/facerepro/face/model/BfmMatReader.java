package org.facerepro.face.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.mat.MatFile;
import org.facerepro.core.mat.MatValue;
import org.facerepro.core.mat.MatValue.Numbers;

/**
 * Reads the Basel Face Model 2009, {@code 01_MorphableModel.mat}: {@code shapeMU [3V, 1]}, {@code
 * shapePC [3V, K]}, {@code shapeEV [K, 1]} in micrometres, {@code texMU}, {@code texPC}, {@code
 * texEV} from 0 to 255, triangles {@code tl [T, 3]} counted from 1, and segments {@code segbin [V,
 * S]} if they are there. The values called EV are standard deviations. It has no expressions.
 *
 * <p>Source: P. Paysan et al., AVSS 2009, and the MATLAB scripts beside the model.
 */
final class BfmMatReader {
  private static final float MICROMETRES = 1e-3f;
  private static final float BYTES = 1 / 255f;

  private final Path path;
  private final Map<String, MatValue> variables;

  private BfmMatReader(Path path, Map<String, MatValue> variables) {
    this.path = path;
    this.variables = variables;
  }

  static LinearModel read(Path path, String sha256) {
    return new BfmMatReader(path, new LinkedHashMap<>(MatFile.read(path))).model(sha256);
  }

  private LinearModel model(String sha256) {
    LinearSpace shape = space("shape", "shape", MICROMETRES);
    MeshChecks.requireHeadSize(where("shapeMU"), shape.sharedMean());
    LinearSpace colour = space("tex", "colour", BYTES);
    if (colour.rows() != shape.rows()) {
      throw new CorruptDataException(
          "%s has %d vertices, shapeMU has %d: the parts are of different models"
              .formatted(where("texMU"), colour.vertexCount(), shape.vertexCount()));
    }
    return LinearModel.builder(BfmCards.mat(sha256), triangles(shape), shape)
        .colour(colour, ColourEncoding.SRGB)
        .regions(segments(shape.vertexCount()))
        .build();
  }

  private LinearSpace space(String part, String prefix, float scale) {
    float[] mean = column(part + "MU", scale);
    float[] deviation = column(part + "EV", scale);
    MeshChecks.requireFinite(where(part + "MU"), mean);
    MeshChecks.requireNotNegative(where(part + "EV"), deviation);
    String basis = part + "PC";
    List<Integer> expected = List.of(mean.length, deviation.length);
    Numbers stored = numbers(basis);
    if (mean.length == 0 || mean.length % 3 != 0 || !stored.shape().equals(expected)) {
      throw new CorruptDataException(
          "%s has the shape %s, expected %s with three rows for each vertex: as %sMU and %sEV say"
              .formatted(where(basis), stored.shape(), expected, part, part));
    }
    float[] rows = transposed(stored, mean.length, deviation.length);
    variables.remove(basis);
    MeshChecks.requireFinite(where(basis), rows);
    return new LinearSpace(mean, rows, deviation, LinearSpace.numbered(prefix, deviation.length));
  }

  /** Brings columns one after another into rows, in blocks that fit the cache. */
  private static float[] transposed(Numbers stored, int rows, int columns) {
    int block = 64;
    float[] out = new float[rows * columns];
    for (int top = 0; top < rows; top += block) {
      int end = Math.min(rows, top + block);
      for (int k = 0; k < columns; k++) {
        for (int row = top; row < end; row++) {
          out[row * columns + k] = (float) stored.get(k * rows + row);
        }
      }
    }
    return out;
  }

  private int[] triangles(LinearSpace shape) {
    Numbers stored = numbers("tl");
    int count = stored.shape().get(0);
    if (stored.shape().size() != 2 || stored.shape().get(1) != 3) {
      throw new CorruptDataException(
          "%s has the shape %s, expected [T, 3]".formatted(where("tl"), stored.shape()));
    }
    int[] triangles = new int[3 * count];
    for (int i = 0; i < triangles.length; i++) {
      triangles[i] = (int) stored.get(i % 3 * count + i / 3) - 1;
    }
    MeshChecks.requireIndices(where("tl") + " (from 1)", triangles, shape.vertexCount());
    MeshChecks.orientOutwards(triangles, shape.sharedMean());
    return triangles;
  }

  private Map<String, VertexSet> segments(int vertices) {
    Map<String, VertexSet> sets = new LinkedHashMap<>();
    if (!variables.containsKey("segbin")) {
      return sets;
    }
    Numbers stored = numbers("segbin");
    if (stored.shape().size() != 2 || stored.shape().get(0) != vertices) {
      throw new CorruptDataException(
          "%s has the shape %s, expected [%d, segments]"
              .formatted(where("segbin"), stored.shape(), vertices));
    }
    for (int s = 0; s < stored.shape().get(1); s++) {
      int at = s * vertices;
      sets.put(
          "segment-" + (s + 1),
          VertexSet.of(IntStream.range(0, vertices).filter(v -> stored.get(at + v) != 0)));
    }
    return sets;
  }

  private float[] column(String name, float scale) {
    Numbers stored = numbers(name);
    float[] values = new float[stored.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (stored.get(i) * scale);
    }
    return values;
  }

  private Numbers numbers(String name) {
    MatValue value = variables.get(name);
    if (value instanceof Numbers numbers) {
      return numbers;
    }
    throw new CorruptDataException(
        "%s has no numbers %s: it is no 01_MorphableModel.mat of the Basel Face Model 2009"
            .formatted(path, name));
  }

  private String where(String variable) {
    return path + ": " + variable;
  }
}
