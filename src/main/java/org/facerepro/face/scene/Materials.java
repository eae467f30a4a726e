package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.head.HeadAtlas;
import org.facerepro.face.paint.EyeShader;
import org.facerepro.face.paint.MouthShader;
import org.facerepro.face.paint.SkinTexture;

/** The albedo of every part of one picture's scene. */
public final class Materials {
  private final SkinTexture texture;
  private final EyeShader eyes;
  private final MouthShader mouth;
  private final NoiseBank noise;
  private final Rgb hair;
  private final Rgb frame;
  private final Wear wear;

  public Materials(
      SkinTexture texture,
      EyeShader eyes,
      MouthShader mouth,
      NoiseBank noise,
      PaintedSubject painted,
      Wear wear) {
    this.texture = texture;
    this.eyes = eyes;
    this.mouth = mouth;
    this.noise = noise;
    this.hair = painted.palette().hair();
    this.frame = painted.frame().colour();
    this.wear = wear;
  }

  /** Writes linear albedo and gloss; u and v are the part's own surface coordinates. */
  public void albedo(Part part, float u, float v, float[] texel) {
    switch (part) {
      case HEAD -> head(u, v, texel);
      case LOCKS -> {
        float light = 1 + 0.22f * noise.strands((int) (u * 9) + wear.strands(), (int) (v * 9));
        paint(texel, hair, Math.max(0.2f, light), 0.9f);
      }
      case GLASSES -> paint(texel, frame, 1, 2);
      case TORSO -> paint(texel, wear.cloth(), 1, 0.2f);
      case BRIM -> paint(texel, wear.hatColour(), 1, 0.3f);
    }
  }

  private void head(float u, float v, float[] texel) {
    if (!HeadAtlas.isSkin(u)) {
      inside(u, v, texel);
      return;
    }
    texture.sample(u, v, texel);
    float s = u / FacePlan.ARC_RADIUS;
    float x = FacePlan.ARC_RADIUS * s * (1 - s * s * (1 / 6f - s * s / 120)) * 1.0137f;
    if (eyes.covers(x, v)) {
      eyes.shadeLids(x, v, texel);
    }
    float hat = wear.hatCover(u, v);
    if (hat > 0) {
      Rgb c = wear.hatColour();
      texel[0] = Kernel.mix(texel[0], c.r(), hat);
      texel[1] = Kernel.mix(texel[1], c.g(), hat);
      texel[2] = Kernel.mix(texel[2], c.b(), hat);
      texel[3] = Kernel.mix(texel[3], 0.3f, hat);
    }
  }

  private void inside(float u, float v, float[] texel) {
    if (HeadAtlas.isEye(u)) {
      eyes.shadeBall(HeadAtlas.eyeX(u), v, texel);
    } else if (HeadAtlas.isTeeth(u)) {
      mouth.shadeTeeth(HeadAtlas.teethX(u), v, texel);
    } else {
      mouth.shadeCavity(v, texel);
    }
  }

  private static void paint(float[] texel, Rgb c, float light, float gloss) {
    texel[0] = c.r() * light;
    texel[1] = c.g() * light;
    texel[2] = c.b() * light;
    texel[3] = gloss;
  }
}
