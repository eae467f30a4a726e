package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

/** Colours teeth, gums, tongue and the depth of the mouth. */
public final class MouthShader {
  /** Widths of the teeth from the middle of a row, mm. */
  private static final float[] WIDTHS = {8.4f, 6.6f, 7.4f, 6.8f, 6.6f, 9, 9};

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
    return height < gumLine(off(along)) + 0.25f;
  }

  /** Returns how far a place lies from the middle of its tooth, 0 to 0.5 between two. */
  private static float off(float along) {
    float way = Math.abs(along);
    float left = 0;
    for (float width : WIDTHS) {
      if (way < left + width) {
        return Math.abs((way - left) / width - 0.5f);
      }
      left += width;
    }
    return 0.5f;
  }

  private static float gumLine(float off) {
    return TOOTH_LENGTH - 8 * off * off;
  }

  /**
   * Writes albedo and gloss of a row of teeth: ivory, yellower at the gums, darker towards the
   * cheeks and under the lip.
   *
   * @param along way along the row from its middle, mm
   * @param height over the biting edge towards the gums, mm
   */
  public void shadeTeeth(float along, float height, float[] texel) {
    float off = off(along);
    float gap = step(0.41f, 0.5f, off);
    float line = gumLine(off);
    float gum = step(line - 0.5f, line + 1, height);
    float deep = clamp(1.05f - along * along / 760);
    float lip = 1 - 0.3f * step(2.5f, 9, height);
    float notch = step(0.2f, -0.3f, height - 4 * (off - 0.36f) * step(0.34f, 0.4f, off));
    float round = 1 - 0.14f * step(0.1f, 0.4f, off);
    float white = 0.7f * toothShade * (1 - 0.2f * gap) * deep * lip * round;
    float root = step(2, 9, height);
    write(texel, white, (0.87f - 0.05f * root) * white, (0.68f - 0.1f * root) * white);
    blend(texel, gum, 0.27f * deep * lip, 0.1f * deep * lip, 0.09f * deep * lip);
    blend(texel, notch, 0.04f, 0.015f, 0.013f);
    texel[3] = 0.8f * deep;
  }

  private static void write(float[] texel, float r, float g, float b) {
    texel[0] = r;
    texel[1] = g;
    texel[2] = b;
  }

  private static void blend(float[] texel, float share, float r, float g, float b) {
    texel[0] += (r - texel[0]) * share;
    texel[1] += (g - texel[1]) * share;
    texel[2] += (b - texel[2]) * share;
  }

  /**
   * Writes albedo and gloss of the tongue and of the dark behind it.
   *
   * @param depth 0 at the tip of the tongue, 1 at its root, more behind it
   */
  public void shadeCavity(float depth, float[] texel) {
    float tongue = bell(0, clamp(depth), 1, 1.15f);
    texel[0] = 0.05f + 0.27f * tongue;
    texel[1] = 0.015f + 0.085f * tongue;
    texel[2] = 0.014f + 0.08f * tongue;
    texel[3] = 0.6f;
  }
}
