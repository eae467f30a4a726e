package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.Grooming;
import org.facerepro.face.person.MakeUp;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/**
 * Paints what changes from picture to picture over a subject's kept skin: beard growth, make-up,
 * flush and the lines of some more years; immutable, one per subject.
 */
public final class GroomingPainter {
  private static final float OLDER = 5;
  private static final float FLUSHED = 0.25f;
  private static final Rgb BLOOD = Rgb.of(0.97, 0.78, 0.78);
  private static final Rgb LINE = Rgb.of(0.78, 0.7, 0.67);

  private final LipPainter lips;
  private final Palette palette;
  private final boolean bearded;
  private final boolean styled;

  /** Makes the painter and lays out where the beard grows in the texture's masks. */
  public GroomingPainter(SkinTexture texture, Subject s, Palette palette, NoiseBank noise) {
    lips = new LipPainter(s);
    this.palette = palette;
    bearded = s.traits().masculine();
    BeardLayer beard = new BeardLayer(s, noise);
    styled = bearded && beard.hasStyle();
    if (bearded) {
      texture.mask(
          BeardLayer.HIGH, BeardLayer.LOW, beard::stubble, styled ? beard::worn : (u, x, y) -> 0);
    }
  }

  /** Repaints the picture's state over the kept skin. */
  public void paint(SkinTexture texture, Grooming day) {
    texture.restore();
    if (day.flush() > FLUSHED) {
      float w = day.flush();
      texture.tint(0, -75, 75, (x, y) -> w * bell(Math.abs(x) - 43, y + 36, 32, 34), BLOOD);
      texture.tint(-17, -60, 26, (x, y) -> w * bell(x, y + 37, 26, 20), BLOOD);
    }
    if (day.years() > OLDER) {
      older(texture, Math.min(1, (day.years() - OLDER) / 8));
    }
    makeUp(texture, day.makeUp());
    if (bearded) {
      texture.coverMasks(
          BeardLayer.HIGH,
          BeardLayer.LOW,
          day.stubble(),
          styled && !day.shaved() ? 1 : 0,
          palette.beard(),
          0.5f);
    }
  }

  private static void older(SkinTexture texture, float w) {
    texture.tint(-6, -24, 44, new Arc(16, -10, -16, 43, -13, 4, w), LINE);
    texture.tint(
        -40, -84, 38, (x, y) -> w * bell(Math.abs(x) - 27 - 0.3f * (y + 60), y + 62, 4, 22), LINE);
  }

  private void makeUp(SkinTexture texture, MakeUp m) {
    if (m.foundation() > 0) {
      Rgb skin = palette.skin().scaled(1.02);
      texture.cover(38, -118, 75, (x, y) -> 0.6f * m.foundation() * even(x, y), skin, 0.7f);
    }
    if (m.blush() > 0) {
      texture.tint(
          -8,
          -64,
          68,
          (x, y) -> m.blush() * bell(Math.abs(x) - 46, y + 34, 22, 24),
          Rgb.of(0.98, 0.68, 0.72));
    }
    if (m.shadow() > 0) {
      texture.tint(
          16,
          -4,
          56,
          (x, y) -> m.shadow() * bell(Math.abs(x) - 33, y - 4, 20, 7),
          m.shadowColour());
    }
    if (m.lipstick() > 0) {
      texture.cover(
          LipPainter.HIGH,
          LipPainter.LOW,
          LipPainter.REACH,
          (x, y) -> m.lipstick() * lips.outline(x, y) * (Math.abs(y + 70) < 1.5f ? 0.3f : 1),
          m.lipColour(),
          2.2f);
    }
  }

  /**
   * Returns where foundation may lie: not on brows, eyes and mouth; it fades out towards ears and
   * throat.
   */
  private static float even(float x, float y) {
    float ax = Math.abs(x);
    float eyes = bell(ax - 32, y - 5, 30, 24);
    float mouth = bell(x, y + 71, 36, 20);
    float face = step(64, 50, ax) * step(-117, -98, y);
    return face * Math.max(0, 1 - 3 * Math.max(eyes, mouth));
  }
}
