package org.facerepro.face.scene;

import java.util.Map;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.paint.FeaturePainter;
import org.facerepro.face.paint.HairPainter;
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
    Shape shape) {

  /** The head's vertices at rest without hair, and how far the hair stands off each. */
  public static final class Shape {
    private final float[] positions;
    private final float[] hair;

    Shape(float[] positions, HairPlan plan, HeadModel model) {
      this.positions = positions;
      hair = new float[model.mesh().skinEnd()];
      for (int i = 0; i < hair.length; i++) {
        hair[i] = plan.thickness(model.layout().u(i), model.layout().v(i));
      }
    }

    void copyTo(float[] target) {
      System.arraycopy(positions, 0, target, 0, positions.length);
    }

    /** Returns how far the hair stands off a vertex, mm. */
    float hair(int vertex) {
      return hair[vertex];
    }
  }

  public static PaintedSubject paint(
      Subject subject, HeadModel model, SkinTexture texture, boolean detailed) {
    Palette palette = Palette.of(subject);
    HairPlan hair = HairPlan.of(subject);
    new SkinPainter(model.noise()).paint(texture, subject, palette, detailed);
    new FeaturePainter(model.noise()).paint(texture, subject, palette);
    new HairPainter(model.noise()).paint(texture, subject, palette, hair);
    return new PaintedSubject(
        subject,
        palette,
        hair,
        GlassesBuilder.Frame.of(subject),
        Expressions.rest(subject.seed().child("rest").rng()),
        new Shape(model.shaped(subject), hair, model));
  }
}
