package org.facerepro.face.paint;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.HairPlan;
import org.facerepro.face.person.HairStyle;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/** Paints the scalp's hair with strands and a darker root. */
public final class HairPainter {
  private final NoiseBank noise;

  public HairPainter(NoiseBank noise) {
    this.noise = noise;
  }

  public void paint(SkinTexture texture, Subject s, Palette palette, HairPlan plan) {
    if (plan.style() == HairStyle.BALD) {
      return;
    }
    Rng rng = s.seed().child("strands").rng();
    int ox = rng.nextInt(256);
    float contrast = (float) rng.uniform(0.12, 0.32);
    float slant = (float) rng.gaussian(0, 0.5);
    Rgb hair = palette.hair();
    float opacity = plan.style() == HairStyle.CROPPED ? 0.82f : 0.97f;
    for (int j = 0; j < SkinTexture.row(-90); j++) {
      float y = SkinTexture.y(j);
      for (int i = 0; i < SkinTexture.WIDTH; i++) {
        float u = SkinTexture.u(i);
        float jag =
            noise.strands(i + ox, j) + noise.middle(i, j + ox) + 1.5f * noise.coarse(i + ox, j);
        float cover = plan.cover(u, y, jag);
        if (cover > 0) {
          int bend = (int) (slant * (u - plan.parting()) * 0.01f * y);
          float light = Math.max(0.2f, 1 + contrast * noise.strands(i + bend + ox, j));
          texture.coverTexel(
              i, j, cover * opacity, hair.r() * light, hair.g() * light, hair.b() * light, 0.9f);
        }
      }
    }
  }
}
