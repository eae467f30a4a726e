package org.facerepro.face.head;

import org.facerepro.face.draw.Kernel;

/**
 * Parts the lips: the one displacement that is not continuous, for it must open the mesh's slit
 * between the lips along its whole width and leave the corners closed.
 *
 * @param lower fall of the lower lip in the middle, mm
 * @param upper rise of the upper lip in the middle, mm
 * @param jaw share of {@code lower} that the whole jaw follows, 0 to 1
 * @param side 0 for the whole mouth, 1 or -1 for the half at positive or negative x
 * @param flat how much flatter than a parabola the lips part, 0 to 1: towards a fourth power, as
 *     they do over teeth in a smile
 */
public record MouthOpening(float lower, float upper, float jaw, int side, float flat)
    implements Field {
  private static final float CORNER_SHARE = 0.4f;

  public MouthOpening(float lower, float upper, float jaw) {
    this(lower, upper, jaw, 0, 0);
  }

  public MouthOpening(float lower, float upper, float jaw, int side) {
    this(lower, upper, jaw, side, 0);
  }

  @Override
  public void add(SurfacePoint p, float amount, float[] out, int at) {
    float front = p.front() * (side == 0 ? 1 : Kernel.bell(p.x() - 12 * side, 0, 22, 1));
    if (front == 0) {
      return;
    }
    float across = Kernel.clamp(p.x() * p.x() / (FacePlan.MOUTH_HALF * FacePlan.MOUTH_HALF));
    float round = across * Kernel.mix(1, across, flat);
    float corner = lower * jaw * CORNER_SHARE;
    if (p.y() > FacePlan.MOUTH_Y) {
      float decay = Kernel.bell(0, p.y() - FacePlan.MOUTH_Y, 1, 22);
      float wide = Kernel.bell(p.x(), 0, 52, 1);
      out[at + 1] += amount * front * decay * wide * (upper * (1 - round) - corner * across);
      return;
    }
    float lip = Kernel.bell(0, p.y() - FacePlan.MOUTH_Y, 1, 26);
    float bow = across * Kernel.mix(1, across, Math.max(jaw, flat));
    float middle = lower * (1 - bow) + corner * bow;
    float wide = Kernel.bell(p.x(), 0, 60, 1);
    float throat = Kernel.step(-148, -118, p.y());
    float jawFall = lower * jaw * throat * Kernel.step(70, 35, Math.abs(p.x()));
    float fall = Kernel.mix(jawFall, middle * wide, lip);
    out[at + 1] -= amount * front * fall;
    out[at + 2] -= amount * front * fall * jaw * 0.25f;
  }
}
