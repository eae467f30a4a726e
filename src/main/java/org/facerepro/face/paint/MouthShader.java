package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

/** Colours teeth, gums, tongue and the depth of the mouth. */
public final class MouthShader {
  private static final float TOOTH_WIDTH = 7.6f;
  private static final float TOOTH_LENGTH = 9;

  private final float toothShade;

  /**
   * Makes the inside of a mouth.
   *
   * @param toothShade brightness of the teeth, 0 to 1
   */
  public MouthShader(float toothShade) {
    this.toothShade = toothShade;
  }

  /** Returns whether a place of a row of teeth, addressed as when drawn, lies below the gums. */
  public boolean tooth(float along, float height) {
    return height < gumLine(along) + 0.25f;
  }

  private static float gumLine(float along) {
    float tooth = along / TOOTH_WIDTH;
    return TOOTH_LENGTH - 3.5f * Math.abs(tooth - Math.round(tooth + 0.5f) + 0.5f);
  }

  /**
   * Writes albedo and gloss of a row of teeth.
   *
   * @param along way along the row from its middle, mm
   * @param height over the biting edge towards the gums, mm
   */
  public void shadeTeeth(float along, float height, float[] texel) {
    float tooth = along / TOOTH_WIDTH;
    float off = Math.abs(tooth - Math.round(tooth + 0.5f) + 0.5f);
    float slit = 0.72f + 0.28f * step(0.5f, 0.42f, off);
    float gum = step(TOOTH_LENGTH - 3.5f * off - 0.5f, TOOTH_LENGTH - 3.5f * off + 1, height);
    float deep = clamp(1.08f - along * along / 1100);
    float white = 0.62f * toothShade * slit * deep;
    texel[0] = white + (0.3f * deep - white) * gum;
    texel[1] = 0.93f * white + (0.1f * deep - 0.93f * white) * gum;
    texel[2] = 0.8f * white + (0.09f * deep - 0.8f * white) * gum;
    texel[3] = 1;
  }

  /**
   * Writes albedo and gloss of the tongue and of the dark behind it.
   *
   * @param depth 0 at the tip of the tongue, 1 at its root, more behind it
   */
  public void shadeCavity(float depth, float[] texel) {
    float tongue = bell(0, clamp(depth), 1, 1.15f);
    texel[0] = 0.05f + 0.2f * tongue;
    texel[1] = 0.015f + 0.07f * tongue;
    texel[2] = 0.014f + 0.065f * tongue;
    texel[3] = 0.6f;
  }
}
