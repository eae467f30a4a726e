package org.facerepro.face;

/** The albedo of every part of one picture's scene. */
final class Materials {
  private final SkinTexture texture;
  private final EyeShader eyes;
  private final MouthShader mouth;
  private final NoiseBank noise;
  private final Rgb hair;
  private final Rgb cloth;
  private final Rgb frame;
  private final int strandOffset;

  Materials(
      SkinTexture texture,
      EyeShader eyes,
      MouthShader mouth,
      NoiseBank noise,
      Rgb hair,
      Rgb cloth,
      Rgb frame,
      int strandOffset) {
    this.texture = texture;
    this.eyes = eyes;
    this.mouth = mouth;
    this.noise = noise;
    this.hair = hair;
    this.cloth = cloth;
    this.frame = frame;
    this.strandOffset = strandOffset;
  }

  /** Writes linear albedo and gloss; u and v are the part's own surface coordinates. */
  void albedo(Part part, float u, float v, float[] texel) {
    switch (part) {
      case HEAD -> head(u, v, texel);
      case LOCKS -> {
        float light = 1 + 0.22f * noise.strands((int) (u * 9) + strandOffset, (int) (v * 9));
        paint(texel, hair, Math.max(0.2f, light), 0.9f);
      }
      case GLASSES -> paint(texel, frame, 1, 2);
      case TORSO -> paint(texel, cloth, 1, 0.2f);
    }
  }

  private void head(float u, float v, float[] texel) {
    texture.sample(u, v, texel);
    if (mouth.covers(u, v)) {
      mouth.shade(u, v, texel);
      return;
    }
    float s = u / FacePlan.ARC_RADIUS;
    float x = FacePlan.ARC_RADIUS * s * (1 - s * s * (1 / 6f - s * s / 120)) * 1.0137f;
    if (eyes.covers(x, v)) {
      eyes.shade(x, v, texel);
    }
  }

  private static void paint(float[] texel, Rgb c, float light, float gloss) {
    texel[0] = c.r() * light;
    texel[1] = c.g() * light;
    texel[2] = c.b() * light;
    texel[3] = gloss;
  }
}
