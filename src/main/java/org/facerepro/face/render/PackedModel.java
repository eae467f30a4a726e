package org.facerepro.face.render;

import org.facerepro.face.model.ColourEncoding;
import org.facerepro.face.model.LinearSpace;
import org.facerepro.face.model.MorphableModel;

/** A morphable model laid out for instances in batches. Immutable. */
final class PackedModel {
  final int vertices;
  final int[] triangles;
  final PackedSpace shape;
  final PackedSpace expression;
  final PackedSpace colour;
  final ColourEncoding encoding;

  /** Mean shape and mean expression together. */
  final float[] meanPositions;

  final float[] meanColours;

  PackedModel(MorphableModel model, InstanceKernel kernel) {
    vertices = model.vertexCount();
    triangles = model.triangles();
    shape = new PackedSpace(model.shape(), kernel);
    expression = new PackedSpace(model.expression(), kernel);
    colour = new PackedSpace(model.colour(), kernel);
    encoding = model.colourEncoding();
    meanPositions = shape.padded(sum(model.shape(), model.expression()));
    meanColours = colour.padded(model.colour().sharedMean());
  }

  private static float[] sum(LinearSpace a, LinearSpace b) {
    float[] sum = new float[a.rows()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a.mean(i) + b.mean(i);
    }
    return sum;
  }

  /** Returns the length of one instance. */
  int stride() {
    return shape.stride();
  }
}
