package org.facerepro.face.scene;

import java.util.Map;
import org.facerepro.face.draw.Vertices;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.paint.FeaturePainter;
import org.facerepro.face.paint.GroomingPainter;
import org.facerepro.face.paint.SkinPainter;
import org.facerepro.face.paint.SkinTexture;
import org.facerepro.face.person.Expressions;
import org.facerepro.face.person.HairPlan;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/**
 * A subject with its colours, hair and shaped head; the paint itself lies in a worker's texture.
 */
public record PaintedSubject(
    Subject subject,
    Palette palette,
    HairPlan hair,
    GlassesBuilder.Frame frame,
    Map<ExpressionComponent, Double> rest,
    GroomingPainter grooming,
    Shape shape) {

  /** The head's vertices at rest without hair, and their normals. */
  public static final class Shape {
    private final float[] positions;
    private final float[] normals;

    Shape(float[] positions, int[] triangles) {
      this.positions = positions;
      normals = new float[positions.length];
      Vertices.normals(positions, triangles, normals);
    }

    void copyTo(float[] target) {
      System.arraycopy(positions, 0, target, 0, positions.length);
    }

    /** Moves a vertex along its normal at rest. */
    void lift(float[] target, int vertex, float amount) {
      for (int k = 3 * vertex; k < 3 * vertex + 3; k++) {
        target[k] += amount * normals[k];
      }
    }
  }

  public static PaintedSubject paint(
      Subject subject, HeadModel model, SkinTexture texture, boolean detailed) {
    Palette palette = Palette.of(subject);
    HairPlan hair = HairPlan.of(subject);
    new SkinPainter(model.noise()).paint(texture, subject, palette, detailed);
    new FeaturePainter(model.noise()).paint(texture, subject, palette);
    texture.keep();
    return new PaintedSubject(
        subject,
        palette,
        hair,
        GlassesBuilder.Frame.of(subject),
        Expressions.rest(subject.seed().child("rest").rng()),
        new GroomingPainter(texture, subject, palette, model.noise()),
        new Shape(model.shaped(subject), model.headTriangles()));
  }
}
