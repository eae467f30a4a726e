package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.mix;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.face.draw.Rgb;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.head.LidPlan;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.MakeUp;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/** Draws eyeballs, and lashes and lid edges over the painted skin, for one subject and picture. */
public final class EyeShader {
  private static final float REACH_X = 21;
  private static final float REACH_Y = 9;
  private static final float SOFT = 0.5f;

  /** Light that reaches the ball through a slit between lashes. */
  private static final float SLIT = 0.45f;

  private final float upper;

  /** What lids and lashes leave of the light, less the narrower the opening is. */
  private final float narrow;

  private final float lash;
  private final float thickness;
  private final float hood;
  private final float irisRadius;
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
    float raised = 0.9f * s.shape(ShapeComponent.EYE_OPENNESS);
    upper = mix(LidPlan.top(0) + raised, LidPlan.bottom(0), clamp(closed)) - 0.5f * squint;
    narrow = mix(SLIT, 1, step(1.5f, 6.5f, upper - LidPlan.bottom(0)));
    lash = s.colour(ColourComponent.LASH_DARKNESS, 0.85, 0.15, 0.35, 1) + 0.35f * makeUp.liner();
    thickness = s.colour(ColourComponent.LASH_THICKNESS, 1.35, 0.3, 0.6, 2.2);
    irisRadius = s.colour(ColourComponent.IRIS_SIZE, 6.0, 0.32, 5.1, 7.1);
    hood = s.colour(ColourComponent.LID_HOODING, 0.25, 0.25, 0, 1);
    limbal = s.colour(ColourComponent.LIMBAL_RING, 0.55, 0.2, 0.1, 0.95);
    white = s.colour(ColourComponent.SCLERA_TONE, 1, 0.16, 0.6, 1.35);
    iris = palette.iris();
    this.gazeX = gazeX;
    this.gazeY = gazeY;
  }

  /** Returns how far the irises lie to the right of the picture on their balls, mm. */
  public float gazeAcross() {
    return gazeX;
  }

  /** Returns how far the irises lie above the middle of their balls, mm. */
  public float gazeUp() {
    return gazeY;
  }

  /** Returns whether {@link #shadeLids} could change anything at a place of the skin. */
  public boolean covers(float x, float y) {
    return Math.abs(y - FacePlan.EYE_Y) < REACH_Y
        && Math.abs(Math.abs(x) - FacePlan.EYE_X) < REACH_X;
  }

  /** Darkens the lids' edges by lashes at a place of the undeformed face. */
  public void shadeLids(float x, float y, float[] texel) {
    float ex = Math.abs(x) - FacePlan.EYE_X;
    float t = ex / FacePlan.EYE_HALF;
    float dy = y - FacePlan.EYE_Y;
    float corner = step(1.25f, 0.95f, Math.abs(t));
    float edge = dy - LidPlan.top(ex);
    float thick = thickness * (2.6f + (1.1f + hood) * clamp(t));
    float upperLash = lash * bell(edge * edge / (thick * thick)) * step(-1.15f, -0.7f, t);
    float low = dy - LidPlan.bottom(ex);
    float lowerLash = 0.65f * lash * bell(low * low / 2.6f) * step(-0.6f, 0.4f, t);
    float dark = Math.max(upperLash * step(1.35f, 1.05f, t), lowerLash * step(1.1f, 0.95f, t));
    float canthus = 0.5f * corner * bell(Math.abs(t) - 1, dy - LidPlan.slant(ex), 0.3f, 2.2f);
    blend(texel, canthus, 0.16f, 0.07f, 0.06f, 1);
    blend(texel, clamp(dark), 0.02f, 0.015f, 0.012f, 0.3f);
  }

  /** Returns whether a place of the eyeball, addressed as when drawn, lies on iris or pupil. */
  public boolean iris(float ex, float ey) {
    return Math.hypot(ex - gazeX, ey - gazeY) < irisRadius;
  }

  /**
   * Draws the eyeball.
   *
   * @param ex distance from the optical axis of an eye that looks ahead, to the right, mm
   * @param ey distance upwards, mm
   */
  public void shadeBall(float ex, float ey, float[] texel) {
    float dx = ex - gazeX;
    float dy = ey - gazeY;
    float r = (float) Math.sqrt(dx * dx + dy * dy);
    float t = ex / FacePlan.EYE_HALF;
    float belowLid = upper * (1 - t * t) - ey;
    float shade = narrow * mix(0.35f, 1, step(-0.6f, 3.4f, belowLid)) * (1 - 0.3f * t * t);
    float inIris = step(irisRadius + SOFT, irisRadius - SOFT, r);
    float rim = 1 - limbal * step(irisRadius - 2.2f, irisRadius, r);
    float pupil = step(2.7f, 1.9f, r);
    float light = rim * (1 - pupil) * 1.15f;
    texel[0] = shade * mix(0.3f * white, iris.r() * light, inIris);
    texel[1] = shade * mix(0.265f * white, iris.g() * light, inIris);
    texel[2] = shade * mix(0.25f * white, iris.b() * light, inIris);
    texel[3] = 2;
    float flesh = step(10.4f, 12.2f, (float) Math.sqrt(ex * ex + ey * ey));
    blend(texel, flesh, 0.3f * shade, 0.13f * shade, 0.11f * shade, 1);
    blend(texel, 0.55f * bell(dx - 1.5f, dy - 2, 1.4f, 1.4f), 0.9f, 0.9f, 0.9f, 2);
  }

  private static void blend(float[] texel, float w, float r, float g, float b, float gloss) {
    texel[0] += (r - texel[0]) * w;
    texel[1] += (g - texel[1]) * w;
    texel[2] += (b - texel[2]) * w;
    texel[3] += (gloss - texel[3]) * w;
  }
}
