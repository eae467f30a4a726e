package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.face.head.FacePlan;

/** Draws the inside of the mouth in the strip of mesh that the parted lips tear open. */
public final class MouthShader {
  private static final float TOOTH_LENGTH = 8.5f;
  private static final float CLOSED = 1.2f;

  private final float opening;
  private final float toothShade;

  /**
   * Makes the inside of a mouth.
   *
   * @param opening distance between the lips in the middle, mm
   * @param toothShade brightness of the teeth, 0 to 1
   */
  public MouthShader(float opening, float toothShade) {
    this.opening = opening;
    this.toothShade = toothShade;
  }

  public boolean covers(float u, float v) {
    return Math.abs(v - FacePlan.MOUTH_Y) < FacePlan.MOUTH_GAP && Math.abs(u) < 32;
  }

  /** Replaces albedo and gloss by teeth above and darkness below. */
  public void shade(float u, float v, float[] texel) {
    float across = u / 28;
    float gap = opening * Math.max(0, 1 - across * across);
    if (gap < CLOSED) {
      return;
    }
    float deep = gap * (FacePlan.MOUTH_Y + FacePlan.MOUTH_GAP - v) / (2 * FacePlan.MOUTH_GAP);
    float length = Math.min(TOOTH_LENGTH, 2.5f + 0.75f * opening);
    float tooth = step(length + 0.8f, length - 0.8f, deep) * step(0, 1.6f, deep + 0.8f);
    float lowerTeeth = 0.55f * step(3.4f, 2.2f, gap - deep) * step(5, 9, gap);
    float white = Math.max(tooth, lowerTeeth) * clamp(1.1f - 1.8f * across * across);
    float slit = 0.88f + 0.12f * step(0.1f, 0.5f, Math.abs(u / 7.5f - Math.round(u / 7.5f)));
    float w = white * toothShade * slit;
    float shown = step(CLOSED, CLOSED + 1.2f, gap);
    texel[0] += (0.055f + 0.52f * w - texel[0]) * shown;
    texel[1] += (0.018f + 0.47f * w - texel[1]) * shown;
    texel[2] += (0.016f + 0.39f * w - texel[2]) * shown;
    texel[3] = 1;
  }
}
