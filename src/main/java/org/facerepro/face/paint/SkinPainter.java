package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/** Paints skin: tone, mottling, pores and freckles, and then everything that lies on it. */
public final class SkinPainter {
  /** How far pores break up the gloss. */
  private static final float GRAIN = 0.15f;

  private final NoiseBank noise;

  public SkinPainter(NoiseBank noise) {
    this.noise = noise;
  }

  public void paint(SkinTexture texture, Subject s, Palette palette, boolean detailed) {
    Rng rng = s.details().child("skin").rng();
    ground(texture, s, palette, rng, detailed);
    TonePainter.paint(texture, s);
    SocketPainter.paint(texture, s);
    LinePainter.paint(texture, s, rng);
    new SpotPainter(noise).paint(texture, s, rng);
  }

  private void ground(SkinTexture texture, Subject s, Palette palette, Rng rng, boolean detailed) {
    int ox = rng.nextInt(256);
    int oy = rng.nextInt(256);
    float mottling = s.colour(ColourComponent.SKIN_MOTTLING, 1, 0.3, 0, 2);
    float scale = s.colour(ColourComponent.MOTTLING_SCALE, 1, 0.25, 0.5, 1.8);
    float coarse = 0.038f * mottling;
    float middle = 0.036f * mottling;
    float fine =
        (detailed ? 0.05f : 0.03f) * s.colour(ColourComponent.PORE_STRENGTH, 1, 0.4, 0, 2.4);
    float freckles = clamp(0.16f * s.colour(ColourComponent.FRECKLES) - 0.1f, 0, 0.28f);
    float grain = s.colour(ColourComponent.FRECKLE_SIZE, 0.75, 0.2, 0.4, 1.3);
    float shine = palette.shine() * s.colour(ColourComponent.SKIN_SHINE, 1, 0.35, 0.2, 1.5);
    Rgb skin = palette.skin();
    for (int j = 0; j < SkinTexture.HEIGHT; j++) {
      int sj = (int) (scale * j);
      int gj = (int) (grain * j);
      for (int i = 0; i < SkinTexture.WIDTH; i++) {
        int si = (int) (scale * i);
        float b = noise.middle(si + oy, sj - ox);
        float c = noise.fine(i - ox, j + oy);
        float light = 1 + coarse * noise.coarse(si + ox, sj + oy) + middle * b + fine * c;
        float red = 1 - 0.5f * coarse * noise.coarse(si - oy, sj + ox) - 0.5f * middle * b;
        float spot = 1;
        if (freckles > 0) {
          float f = noise.fine((int) (grain * i) + oy, gj + ox);
          spot -= freckles * step(1, 2, f + 0.5f * b);
        }
        texture.set(
            i,
            j,
            skin.r() * light * (0.4f + 0.6f * spot),
            skin.g() * light * red * spot,
            skin.b() * light * red * spot,
            shine * (1 + GRAIN * c));
      }
    }
  }
}
