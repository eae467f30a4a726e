package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.face.draw.Curve;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/** Paints the brows: straight, arched, rounded or tapered by where and how high they peak. */
final class BrowPainter {
  private static final float HIGH = 36;
  private static final float LOW = 0;
  private static final float REACH = 65;

  /** How far single hairs stand out of the brow's edge. */
  private static final float FRAY = 0.22f;

  private final NoiseBank noise;
  private final Curve middle;
  private final float inner;
  private final float outer;
  private final float half;
  private final float taper;
  private final float dark;
  private final float patchy;
  private final float uneven;
  private final float bridge;
  private final int ox;

  BrowPainter(Subject s, NoiseBank noise, int ox) {
    this.noise = noise;
    this.ox = ox;
    float height = s.colour(ColourComponent.BROW_HEIGHT, 13.8, 1.9, 9, 19);
    float arch = s.colour(ColourComponent.BROW_ARCH, 2.4, 1.7, -1.5, 7);
    float peak = s.colour(ColourComponent.BROW_PEAK, 0.62, 0.1, 0.38, 0.85);
    float tail = s.colour(ColourComponent.BROW_TAIL, 2.5, 1.8, -1.5, 8);
    float tilt = s.colour(ColourComponent.BROW_TILT, 0, 1.2, -3, 3);
    inner = s.colour(ColourComponent.BROW_SPACING, 12, 2.4, 4, 18);
    outer = s.colour(ColourComponent.BROW_LENGTH, 52, 3.4, 42, 60);
    half = s.colour(ColourComponent.BROW_THICKNESS, 4.9, 1.2, 2, 8);
    taper = s.colour(ColourComponent.BROW_TAPER, 0.6, 0.16, 0.15, 0.92);
    dark = s.colour(ColourComponent.BROW_DARKNESS, 0.78, 0.15, 0.45, 0.98);
    patchy = s.colour(ColourComponent.BROW_DENSITY, 0.24, -0.09, 0.06, 0.55);
    uneven = 0.8f * s.colour(ColourComponent.BROW_ASYMMETRY);
    bridge = s.colour(ColourComponent.BROW_BRIDGE, -0.1, 0.16, 0, 0.5);
    float length = outer - inner;
    middle =
        Curve.through(
            inner,
            height - 1 - tilt,
            inner + 0.5 * peak * length,
            height + 0.6 * arch - 0.4 * tilt,
            inner + peak * length,
            height + arch,
            outer,
            height + tilt - tail);
  }

  void paint(SkinTexture texture, Palette palette) {
    texture.cover(HIGH, LOW, REACH, this::cover, palette.brow(), 0.4f);
    if (bridge > 0) {
      texture.cover(24, 8, 12, (x, y) -> bridge * bell(x, y - 15, 12, 7), palette.brow(), 0.4f);
    }
    texture.tint(
        16, 4, 52, (x, y) -> 0.25f * bell(Math.abs(x) - 36, y - 10, 18, 5), Rgb.of(1.1, 1.1, 1.1));
  }

  /** Returns how far brow hair covers a place, 0 to 1, averaged over a texel. */
  float cover(float x, float y) {
    float ax = Math.abs(x);
    float t = (ax - inner) / (outer - inner);
    if (t < -0.15f || t > 1.05f || Math.abs(y - middle.at(ax)) > 1.5f * half + 2) {
      return 0;
    }
    float shift = uneven * Math.signum(x);
    float sum = 0;
    for (int k = 0; k < 4; k++) {
      sum += hairs(ax + (k & 1) * 0.5f - 0.25f, y + (k >> 1) * 0.5f - 0.25f, shift);
    }
    return 0.25f * sum;
  }

  private float hairs(float ax, float y, float shift) {
    float along = ax - inner;
    float t = along / (outer - inner);
    float off = y - middle.at(Kernel.clamp(ax, inner, outer)) - shift;
    float width = half * (1.08f - taper * t * t);
    float d = off / width;
    float hair = hair(along, off, t);
    float ends = step(-0.12f, 0.14f, t + 0.03f * hair) * step(1.03f, 0.78f, t);
    float body = step(-0.1f, 0.75f, 1 - d * d * (d < 0 ? 0.8f : 0.95f) + FRAY * hair);
    return clamp(dark * (1 + patchy * hair)) * ends * body;
  }

  /**
   * Returns noise drawn out along the hairs: they stand up at the inner end and lie down along the
   * brow towards its tail.
   */
  private float hair(float along, float off, float t) {
    float root = along - off * (0.45f + 2.2f * clamp(t));
    float column = 1.5f * root / (1 + 0.6f * clamp(root / 45, -0.2f, 1.2f)) + ox + 256;
    int left = (int) column;
    int row = (int) (1.1f * off + 0.5f * along);
    float hair = Kernel.mix(noise.strands(left, row), noise.strands(left + 1, row), column - left);
    return clamp(hair, -1.2f, 1.6f);
  }
}
