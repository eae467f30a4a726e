package org.facerepro.face.model;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small model in the Basel layout whose datasets can be replaced or left out before writing. */
final class BfmLayout {
  static final int VERTICES = 5;
  static final String LANDMARKS =
      "[{\"id\": \"center.nose.tip\", \"coordinates\": [1, 2, 38]},"
          + " {\"id\": \"right.eye\", \"coordinates\": [-50, 60, 0]}]";

  /** A tent of four triangles with its top towards the viewer, seen anti-clockwise. */
  private static final float[] POINTS = {-50, -60, 0, 50, -60, 0, 50, 60, 0, -50, 60, 0, 0, 0, 40};

  private static final int[][] TRIANGLES = {{0, 1, 4}, {1, 2, 4}, {2, 3, 4}, {3, 0, 4}};

  private final Map<String, Object> datasets = new LinkedHashMap<>();

  BfmLayout() {
    put("metadata/landmarks/json", LANDMARKS);
    part("shape", POINTS.clone(), 3, 8);
    part("color", TinyModels.drawn("colour-mean", 3 * VERTICES, 0.2), 2, 0.1);
    part("expression", new float[3 * VERTICES], 2, 2);
    put("shape/representer/points", across(matrix(POINTS, 3)));
    put("shape/representer/cells", across(TRIANGLES));
  }

  private void part(String group, float[] mean, int components, double scale) {
    put(group + "/model/mean", mean);
    float[] basis = TinyModels.drawn(group + "-basis", mean.length * components, 1);
    put(group + "/model/pcaBasis", matrix(basis, components));
    float[] variance = new float[components];
    for (int k = 0; k < components; k++) {
      variance[k] = (float) (scale * scale / (k + 1));
    }
    put(group + "/model/pcaVariance", variance);
    put(group + "/model/noiseVariance", new float[] {0});
  }

  static int[][] triangles() {
    return TRIANGLES.clone();
  }

  static float[][] matrix(float[] values, int columns) {
    float[][] rows = new float[values.length / columns][columns];
    for (int i = 0; i < values.length; i++) {
      rows[i / columns][i % columns] = values[i];
    }
    return rows;
  }

  static float[][] across(float[][] rows) {
    float[][] out = new float[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[0].length; j++) {
        out[j][i] = rows[i][j];
      }
    }
    return out;
  }

  static int[][] across(int[][] rows) {
    int[][] out = new int[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[0].length; j++) {
        out[j][i] = rows[i][j];
      }
    }
    return out;
  }

  BfmLayout put(String dataset, Object data) {
    datasets.put(dataset, data);
    return this;
  }

  BfmLayout without(String prefix) {
    datasets.keySet().removeIf(name -> name.startsWith(prefix));
    return this;
  }

  float[] floats(String dataset) {
    return (float[]) datasets.getOrDefault(dataset, new float[0]);
  }

  float[][] matrix(String dataset) {
    return (float[][]) datasets.getOrDefault(dataset, new float[0][]);
  }

  Path write(Path file) {
    Map<String, WritableGroup> groups = new HashMap<>();
    try (WritableHdfFile out = HdfFile.write(file)) {
      datasets.forEach(
          (name, data) -> {
            int end = name.lastIndexOf('/');
            group(out, groups, name.substring(0, end)).putDataset(name.substring(end + 1), data);
          });
    }
    return file;
  }

  private static WritableGroup group(
      WritableHdfFile file, Map<String, WritableGroup> groups, String name) {
    WritableGroup known = groups.get(name);
    if (known != null) {
      return known;
    }
    int end = name.lastIndexOf('/');
    WritableGroup parent = end < 0 ? file : group(file, groups, name.substring(0, end));
    WritableGroup made = parent.putGroup(name.substring(end + 1));
    groups.put(name, made);
    return made;
  }
}
