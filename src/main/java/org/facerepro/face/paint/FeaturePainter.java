package org.facerepro.face.paint;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/** Paints brows and lips. */
public final class FeaturePainter {
  private final NoiseBank noise;

  public FeaturePainter(NoiseBank noise) {
    this.noise = noise;
  }

  public void paint(SkinTexture texture, Subject s, Palette palette) {
    Rng rng = s.details().child("features").rng();
    int ox = rng.nextInt(256);
    new LipPainter(s).paint(texture, s, palette, noise, ox);
    new BrowPainter(s, noise, ox).paint(texture, palette);
  }
}
