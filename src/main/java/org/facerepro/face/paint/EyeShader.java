package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.mix;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.face.draw.Rgb;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.MakeUp;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/** Draws eyeball, lid edges and lashes over the painted skin, for one subject and one picture. */
public final class EyeShader {
  private static final float REACH_X = 19;
  private static final float REACH_Y = 11;
  private static final float HALF = 14.5f;
  private static final float SOFT = 0.55f;

  private final float upper;
  private final float lower;
  private final float tilt;
  private final float fold;
  private final float lash;
  private final float irisRadius;
  private final float hood;
  private final float limbal;
  private final float white;
  private final Rgb iris;
  private final float gazeX;
  private final float gazeY;

  public EyeShader(
      Subject s,
      Palette palette,
      MakeUp makeUp,
      float closed,
      float squint,
      float gazeX,
      float gazeY) {
    float size = 1 + 0.07f * s.shape(ShapeComponent.EYE_SIZE);
    float openness = clamp(1 + 0.13f * s.shape(ShapeComponent.EYE_OPENNESS), 0.5f, 1.5f);
    float open = clamp(1 - closed) * (1 - 0.35f * squint);
    float rest = 3.9f * size * openness;
    lower = 3.8f * size * mix(1, 0.75f, squint);
    upper = mix(-lower, rest, open);
    tilt = 0.045f + 0.03f * s.shape(ShapeComponent.EYE_TILT);
    fold = (float) s.traits().eyeFold();
    lash = s.colour(ColourComponent.LASH_DARKNESS, 0.72, 0.12, 0.35, 1) + 0.35f * makeUp.liner();
    irisRadius = s.colour(ColourComponent.IRIS_SIZE, 6.1, 0.32, 5.1, 7.1);
    hood = s.colour(ColourComponent.LID_HOODING, 0.25, 0.25, 0, 1);
    limbal = s.colour(ColourComponent.LIMBAL_RING, 0.55, 0.2, 0.1, 0.95);
    white = s.colour(ColourComponent.SCLERA_TONE, 1, 0.1, 0.7, 1.25);
    iris = palette.iris();
    this.gazeX = gazeX;
    this.gazeY = gazeY;
  }

  /** Returns whether {@link #shade} could change anything at a place of the undeformed face. */
  public boolean covers(float x, float y) {
    return Math.abs(y - FacePlan.EYE_Y) < REACH_Y
        && Math.abs(Math.abs(x) - FacePlan.EYE_X) < REACH_X;
  }

  /** Changes albedo and gloss at a place of the undeformed face. */
  public void shade(float x, float y, float[] texel) {
    float ex = Math.abs(x) - FacePlan.EYE_X;
    float t = ex / HALF;
    float inside = 1 - t * t;
    float slant = y - FacePlan.EYE_Y - tilt * ex;
    float arch = inside > 0 ? inside * (1 - 0.18f * t) : 0;
    float droop = fold * 1.6f * clamp(-t);
    float top = upper * arch - (droop + 1.3f * hood * clamp(t)) * arch;
    float bottom = -lower * inside * (1 + 0.2f * t);
    if (inside > 0) {
      float open = step(-SOFT, SOFT, top - slant) * step(-SOFT, SOFT, slant - bottom);
      if (open > 0) {
        ball(x, y, top - slant, open, texel);
      }
    }
    float edge = slant - top;
    float thick = 2.0f + 1.0f * clamp(t);
    float upperLash = lash * bell(edge * edge / (thick * thick)) * step(-1.15f, -0.75f, t);
    float low = slant - bottom;
    float lowerLash = 0.5f * lash * bell(low * low / 2) * step(-0.6f, 0.4f, t);
    float dark = Math.max(upperLash * step(1.3f, 1.02f, t), lowerLash * step(1.1f, 0.95f, t));
    blend(texel, clamp(dark), 0.02f, 0.015f, 0.012f, 0.3f);
  }

  private void ball(float x, float y, float belowLid, float open, float[] texel) {
    float side = x < 0 ? -1 : 1;
    float dx = x - side * FacePlan.EYE_X - gazeX;
    float dy = y - FacePlan.EYE_Y - 0.6f - gazeY;
    float r = (float) Math.sqrt(dx * dx + dy * dy);
    float shade = mix(0.5f, 1, step(0, 3.5f, belowLid)) * (1 - 0.25f * Math.abs(dx) / HALF);
    float inIris = step(irisRadius + SOFT, irisRadius - SOFT, r);
    float rim = 1 - limbal * step(irisRadius - 2.2f, irisRadius, r);
    float pupil = step(2.7f, 1.9f, r);
    float cr = mix(0.30f * white, iris.r() * rim * (1 - pupil) * 1.4f, inIris);
    float cg = mix(0.26f * white, iris.g() * rim * (1 - pupil) * 1.4f, inIris);
    float cb = mix(0.245f * white, iris.b() * rim * (1 - pupil) * 1.4f, inIris);
    blend(texel, open, cr * shade, cg * shade, cb * shade, 2);
    float glint = 0.75f * open * bell(dx - 1.5f, dy - 2, 1.5f, 1.5f);
    blend(texel, glint, 1.2f, 1.2f, 1.2f, 2);
  }

  private static void blend(float[] texel, float w, float r, float g, float b, float gloss) {
    texel[0] += (r - texel[0]) * w;
    texel[1] += (g - texel[1]) * w;
    texel[2] += (b - texel[2]) * w;
    texel[3] += (gloss - texel[3]) * w;
  }
}
