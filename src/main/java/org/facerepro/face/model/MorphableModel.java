package org.facerepro.face.model;

import java.util.Map;

/**
 * A morphable face model: one mesh whose vertices move in linear spaces of shape and expression and
 * whose colour lies in a third.
 *
 * <p>Positions are in head space: millimetres, x to the right of the picture, y up, z towards the
 * viewer, the face looking along z. Seen from outside, the corners of a triangle run
 * anti-clockwise. Implementations are immutable and safe for use by many threads.
 */
public interface MorphableModel {

  /** Returns what the model says about itself. */
  ModelCard card();

  /** Returns the number of vertices V. */
  int vertexCount();

  /** Returns a copy of the vertex numbers of the triangles {@code [T, 3]}, row-major. */
  int[] triangles();

  /** Returns the space of neutral shapes, millimetres. */
  LinearSpace shape();

  /** Returns the space of displacements by expression, millimetres; its mean is added too. */
  LinearSpace expression();

  /** Returns the space of vertex colours; see {@link #colourEncoding()}. */
  LinearSpace colour();

  /** Returns what the colour values stand for. */
  ColourEncoding colourEncoding();

  /** Returns the vertex of each named landmark; empty if the model names none. */
  Map<String, Integer> landmarks();

  /** Returns named parts of the mesh, in a fixed order; empty if the model names none. */
  Map<String, VertexSet> regions();

  /**
   * Returns the vertex positions {@code [3V]} of a face in double precision, mm: mean shape + shape
   * + mean expression + expression. The exact reference, not fast.
   *
   * @throws org.facerepro.core.InvalidValueException if there are more coefficients than components
   */
  default double[] positions(Coefficients face) {
    face.requireFit(this);
    double[] sum = new double[3 * vertexCount()];
    shape().addInstance(face.shape(), sum);
    expression().addInstance(face.expression(), sum);
    return sum;
  }

  /** Returns the vertex colours {@code [3V]} of a face in double precision; not clipped. */
  default double[] colours(Coefficients face) {
    face.requireFit(this);
    double[] sum = new double[3 * vertexCount()];
    colour().addInstance(face.colour(), sum);
    return sum;
  }
}
