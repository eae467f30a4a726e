package org.facerepro.face;

/**
 * A subject with its colours, hair and shaped head; the paint itself lies in a worker's texture.
 */
record PaintedSubject(Subject subject, Palette palette, HairPlan hair, Shape shape) {

  /** The positions of the head's vertices at rest, without hair. */
  static final class Shape {
    private final float[] positions;

    Shape(float[] positions) {
      this.positions = positions;
    }

    void copyTo(float[] target) {
      System.arraycopy(positions, 0, target, 0, positions.length);
    }
  }

  static PaintedSubject paint(
      Subject subject, HeadModel model, SkinTexture texture, boolean detailed) {
    Palette palette = Palette.of(subject);
    HairPlan hair = HairPlan.of(subject);
    new SkinPainter(model.noise()).paint(texture, subject, palette, detailed);
    new FeaturePainter(model.noise()).paint(texture, subject, palette);
    new HairPainter(model.noise()).paint(texture, subject, palette, hair);
    return new PaintedSubject(subject, palette, hair, new Shape(model.shaped(subject)));
  }
}
