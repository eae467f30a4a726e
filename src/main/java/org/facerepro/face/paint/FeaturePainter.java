package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Curve;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;
import org.facerepro.face.person.SubjectTraits;

/** Paints brows, lips and beard. */
public final class FeaturePainter {
  private final NoiseBank noise;

  public FeaturePainter(NoiseBank noise) {
    this.noise = noise;
  }

  public void paint(SkinTexture texture, Subject s, Palette palette) {
    Rng rng = s.seed().child("features").rng();
    lips(texture, s, palette);
    brows(texture, s, palette, rng);
    beard(texture, s, palette, rng);
  }

  private static void lips(SkinTexture texture, Subject s, Palette palette) {
    float upper = s.colour(ColourComponent.UPPER_VERMILION, 7.2, 1.3, 3, 11);
    float lower = s.colour(ColourComponent.LOWER_VERMILION, 10.5, 1.5, 4.5, 13);
    float bow = s.colour(ColourComponent.CUPID_BOW, 1.1, 0.6, 0, 2.5);
    float cover = 0.85f;
    SkinTexture.Brush brush =
        (x, y) -> {
          float t = x / FacePlan.MOUTH_HALF;
          float open = 1 - t * t;
          if (open <= 0) {
            return 0;
          }
          float dy = y - FacePlan.MOUTH_Y;
          float dip = bow * bell(x, 0, 6, 1);
          float edge = dy > 0 ? upper * (0.25f * open + 0.75f * open * open) - dip : lower * open;
          return cover * step(edge + 0.6f, edge - 1.2f, Math.abs(dy));
        };
    texture.cover(-56, -86, brush, palette.lips(), 1.6f);
    texture.tint(-60, -71, FeaturePainter::upperLipShade, Rgb.of(0.72, 0.66, 0.66));
    texture.tint(-64, -76, FeaturePainter::lipLine, Rgb.of(0.12, 0.07, 0.07));
    texture.tint(-80, -94, (x, y) -> 0.2f * bell(x, y + 87, 24, 6), Rgb.of(0.75, 0.66, 0.64));
    texture.tint(
        -62, -80, (x, y) -> 0.9f * bell(Math.abs(x) - 25, y + 70.5f, 10, 7), Rgb.of(0.5, 0.4, 0.4));
  }

  private static float upperLipShade(float x, float y) {
    return bell(x, y + 67, 30, 7);
  }

  private static float lipLine(float x, float y) {
    return 0.9f * bell(x, y - FacePlan.MOUTH_Y, 31, 3.8f);
  }

  private void brows(SkinTexture texture, Subject s, Palette palette, Rng rng) {
    float height = s.colour(ColourComponent.BROW_HEIGHT, 14.8, 1.7, 10, 20);
    float arch = s.colour(ColourComponent.BROW_ARCH, 2.6, 1.5, -1, 7);
    float inner = s.colour(ColourComponent.BROW_SPACING, 11, 2.2, 4, 17);
    float outer = s.colour(ColourComponent.BROW_LENGTH, 49, 2.5, 42, 55);
    float half = s.colour(ColourComponent.BROW_THICKNESS, 4.1, 0.9, 2, 7);
    float dark = s.colour(ColourComponent.BROW_DARKNESS, 0.72, 0.16, 0.3, 0.98);
    float uneven = 0.7f * s.colour(ColourComponent.BROW_ASYMMETRY);
    int ox = rng.nextInt(256);
    Curve middle =
        Curve.through(
            inner,
            height - 1,
            inner + 0.35 * (outer - inner),
            height + 0.55 * arch,
            inner + 0.68 * (outer - inner),
            height + arch,
            outer,
            height - 2.5);
    SkinTexture.Brush brush =
        (x, y) -> {
          float t = (Math.abs(x) - inner) / (outer - inner);
          if (t < -0.1f || t > 1) {
            return 0;
          }
          float width = half * (1.05f - 0.7f * t * t);
          float d = (y - middle.at(Math.abs(x)) - uneven * Math.signum(x)) / width;
          float hairs = 1 + 0.22f * noise.fine((int) (x * 1.4f + y) + ox, (int) (y * 0.7f));
          float ends = step(-0.1f, 0.14f, t) * step(1, 0.72f, t);
          return clamp(dark * hairs * ends * step(1.15f, 0.35f, Math.abs(d)));
        };
    texture.cover(34, 2, brush, palette.brow(), 0.4f);
  }

  private void beard(SkinTexture texture, Subject s, Palette palette, Rng rng) {
    SubjectTraits t = s.traits();
    if (!t.masculine()) {
      return;
    }
    int ox = rng.nextInt(256);
    float density = s.colour(ColourComponent.BEARD_DENSITY, 0.6, 0.2, 0.15, 1);
    float upperEdge = (float) rng.uniform(-62, -46);
    BeardStyle style = t.beardStyle();
    float shadow =
        (style == BeardStyle.STUBBLE ? 0.55f : 0.2f) * density * (float) (1 - 0.6 * t.greyness());
    float full = Math.min(1, 0.65f + 0.35f * density);
    SkinTexture.Brush brush =
        (x, y) -> {
          float grain = 0.8f + 0.15f * noise.fine((int) (1.3f * x) + ox, (int) (0.8f * y));
          float body = Math.max(moustache(x, y), chinAndJaw(x, y, upperEdge));
          float w = shadow * body;
          switch (style) {
            case MOUSTACHE -> w = Math.max(w, full * moustache(x, y));
            case GOATEE -> w = Math.max(w, full * Math.max(moustache(x, y), goatee(x, y)));
            case FULL -> w = Math.max(w, full * body);
            default -> {}
          }
          return clamp(w * grain);
        };
    texture.cover(-20, -150, brush, palette.beard(), 0.5f);
  }

  private static float moustache(float x, float y) {
    float ax = Math.abs(x);
    float low = -63.5f - 0.006f * ax * ax;
    return step(34, 25, ax) * step(-51, -55.5f, y + 0.1f * ax) * step(low - 3, low + 1, y);
  }

  private static float goatee(float x, float y) {
    float mouth = bell(x, y + 72, 34, 18);
    return step(33, 24, Math.abs(x)) * step(-62, -70, y) * step(0.45f, 0.25f, mouth);
  }

  private static float chinAndJaw(float x, float y, float edge) {
    float ax = Math.abs(x);
    float cheekLine = edge + 0.9f * Math.max(0, ax - 42) - 0.55f * Math.max(0, 42 - ax);
    float mouth = bell(x, y + 72, 36, 19);
    return step(cheekLine + 5, cheekLine - 5, y) * step(0.4f, 0.2f, mouth) * step(-150, -120, y);
  }
}
