package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.head.HeadAtlas;
import org.facerepro.face.paint.EyeShader;
import org.facerepro.face.paint.HairShader;
import org.facerepro.face.paint.MouthShader;
import org.facerepro.face.paint.SkinTexture;

/** The albedo of every part of one picture's scene. */
public final class Materials {
  private static final float CLOTH_GLOSS = 0.3f;
  private static final Rgb LOOP = Rgb.of(0.6, 0.6, 0.58);

  /** Strands that fit beside each other between two columns of long hair, as their width in mm. */
  private static final float LOCK_WIDTH = 252f / (SceneLayout.LOCK_COLUMNS - 1);

  /** Length of strands between two rows of long hair, mm. */
  private static final float LOCK_STEP = 126f / (SceneLayout.LOCK_ROWS - 1);

  private final SkinTexture texture;
  private final EyeShader eyes;
  private final MouthShader mouth;
  private final HairShader hair;
  private final NoiseBank noise;
  private final Rgb frame;
  private final Rgb skin;
  private final Wear wear;
  private final float tan;
  private final float sweat;
  private final boolean masked;
  private final boolean hatted;
  private final float[] other = new float[SkinTexture.CHANNELS];

  public Materials(
      SkinTexture texture,
      EyeShader eyes,
      MouthShader mouth,
      HairShader hair,
      NoiseBank noise,
      PaintedSubject painted,
      Look look) {
    this.texture = texture;
    this.eyes = eyes;
    this.mouth = mouth;
    this.hair = hair;
    this.noise = noise;
    this.frame = painted.frame().colour();
    skin = painted.palette().skin();
    wear = look.wear();
    tan = look.grooming().tan();
    sweat = look.grooming().sweat();
    masked = wear.mask() != FaceMask.NONE;
    hatted = wear.hat();
  }

  /** Returns the eyes as they are drawn. */
  public EyeShader eyes() {
    return eyes;
  }

  MouthShader mouth() {
    return mouth;
  }

  /** Writes linear albedo and gloss; u and v are the part's own surface coordinates. */
  public void albedo(Part part, float u, float v, float[] texel) {
    switch (part) {
      case HEAD -> head(u, v, texel);
      case LOCKS -> hair.lock(LOCK_WIDTH * u, LOCK_STEP * v, texel);
      case GLASSES -> paint(texel, frame, 1, 2);
      case TORSO -> paint(texel, wear.cloth(), 1, 0.2f);
      case OCCLUDER -> {
        boolean hand = wear.occluder().kind() == Occluder.Kind.HAND;
        paint(texel, hand ? skin : wear.occluder().colour(), 1, 0.7f);
      }
      case LENSES -> paint(texel, frame, 1, 2);
      case BRIM -> paint(texel, wear.hatColour(), 1, CLOTH_GLOSS);
    }
  }

  /**
   * Writes the mean albedo and gloss of two opposite places around a place where no lid, eye or
   * mouth is near.
   *
   * @param du way from the middle to one of them across
   * @param dv way from the middle to one of them in height
   */
  void plain(Part part, float u, float v, float du, float dv, float[] texel) {
    if (part == Part.HEAD && !masked && !hatted) {
      texture.sample(u - du, v - dv, texel, 0);
      texture.sample(u + du, v + dv, other, 0);
      average(texel);
      stain(texel, 0);
      if (hair.near(u, v)) {
        hair.shade(u - du, v - dv, u + du, v + dv, texel);
      }
    } else if (part == Part.HEAD || part == Part.LOCKS) {
      albedo(part, u - du, v - dv, texel);
      albedo(part, u + du, v + dv, other);
      average(texel);
    } else {
      albedo(part, u, v, texel);
    }
  }

  private void average(float[] texel) {
    for (int k = 0; k < SkinTexture.CHANNELS; k++) {
      texel[k] = 0.5f * (texel[k] + other[k]);
    }
  }

  /**
   * Writes the mean albedo and gloss of about a square millimetre around a place where no lid, eye
   * or mouth is near.
   */
  void around(Part part, float u, float v, float[] out, int at) {
    if (part == Part.HEAD && bareOf(u, v)) {
      texture.sample(u, v, out, at);
      stain(out, at);
      hair.shadeAround(u, v, out, at);
    } else {
      albedo(part, u, v, other);
      System.arraycopy(other, 0, out, at, SkinTexture.CHANNELS);
    }
  }

  /** Returns whether no mask is worn and no headwear covers a place of the head. */
  private boolean bareOf(float u, float v) {
    return !masked && !(hatted && wear.hatCover(u, v) > 0);
  }

  /** Gives skin the day's tan and sweat. */
  private void stain(float[] texel, int at) {
    texel[at] *= tan;
    texel[at + 1] *= tan;
    texel[at + 2] *= tan;
    texel[at + 3] *= sweat;
  }

  private void head(float u, float v, float[] texel) {
    if (!HeadAtlas.isSkin(u)) {
      inside(u, v, texel);
      return;
    }
    if (masked) {
      float mask = wear.mask().cover(u, v);
      if (mask > 0) {
        dressed(u, v, wear.maskColour(), mask, wear.mask().light(u, v), texel);
        return;
      }
    }
    float hat = hatted ? wear.hatCover(u, v) : 0;
    if (hat > 0) {
      float weave = 1 + 0.07f * noise.fine((int) (2 * u) + 512, (int) (2 * v) + 512);
      dressed(u, v, wear.hatColour(), hat, weave, texel);
    } else {
      bare(u, v, texel);
    }
  }

  private void dressed(float u, float v, Rgb c, float w, float light, float[] texel) {
    if (w >= 1) {
      paint(texel, c, light, CLOTH_GLOSS);
    } else {
      bare(u, v, texel);
      cover(texel, c, w, light);
    }
  }

  private void bare(float u, float v, float[] texel) {
    texture.sample(u, v, texel, 0);
    stain(texel, 0);
    float s = u / FacePlan.ARC_RADIUS;
    float x = FacePlan.ARC_RADIUS * s * (1 - s * s * (1 / 6f - s * s / 120)) * 1.0137f;
    if (eyes.covers(x, v)) {
      eyes.shadeLids(x, v, texel);
    }
    if (masked) {
      beside(u, v, texel);
    }
    hair.shade(u, v, texel);
  }

  /** Lays the mask's shadow and loops over the skin. */
  private void beside(float u, float v, float[] texel) {
    float dark = wear.mask().shadow(u, v);
    texel[0] *= 1 - 0.34f * dark;
    texel[1] *= 1 - 0.42f * dark;
    texel[2] *= 1 - 0.44f * dark;
    float loop = wear.mask().loop(u, v);
    if (loop > 0) {
      cover(texel, wear.maskColour().mixed(LOOP, 0.6), loop, 1);
    }
  }

  private static void cover(float[] texel, Rgb c, float w, float light) {
    texel[0] = Kernel.mix(texel[0], c.r() * light, w);
    texel[1] = Kernel.mix(texel[1], c.g() * light, w);
    texel[2] = Kernel.mix(texel[2], c.b() * light, w);
    texel[3] = Kernel.mix(texel[3], CLOTH_GLOSS, w);
  }

  private void inside(float u, float v, float[] texel) {
    if (HeadAtlas.isEye(u)) {
      eyes.shadeBall(HeadAtlas.eyeX(u), v, texel);
    } else if (masked) {
      paint(texel, wear.maskColour(), 1, CLOTH_GLOSS);
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
