package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Subject;

/** Where a subject's beard grows and where it is worn long, as functions of the place. */
final class BeardLayer {
  static final float HIGH = 14;
  static final float LOW = -150;

  /** How far single hairs stand out of a beard's edge. */
  private static final float EDGE = 0.6f;

  private final NoiseBank noise;
  private final BeardStyle style;
  private final int ox;
  private final float density;
  private final float edge;
  private final float sharp;
  private final float patchy;
  private final float shadow;

  BeardLayer(Subject s, NoiseBank noise) {
    this.noise = noise;
    Rng rng = s.details().child("beard").rng();
    style = s.traits().beardStyle();
    ox = rng.nextInt(256);
    density = s.colour(ColourComponent.BEARD_DENSITY, 0.68, 0.17, 0.2, 1);
    edge = s.colour(ColourComponent.BEARD_EDGE, -54, 5, -66, -42);
    sharp = (float) rng.uniform(5, 11);
    patchy = s.colour(ColourComponent.BEARD_PATCHINESS, 0.05, 0.07, 0, 0.3);
    shadow = s.colour(ColourComponent.BEARD_SHADOW, 0.5, 0.2, 0.08, 1);
  }

  /** Returns the cover where everything is shaved and has grown for some days, 0 to 1. */
  float stubble(float u, float x, float y) {
    float body = reaches(x, y) ? Math.max(moustache(x, y), jaw(x, y)) : 0;
    return body > 0 ? shadow * density * body * end(u, y) * grain(u, x, y) : 0;
  }

  /** Returns the cover by the habitual style, 0 to 1. */
  float worn(float u, float x, float y) {
    float body = reaches(x, y) ? styled(x, y) * end(u, y) : 0;
    if (body <= 0) {
      return 0;
    }
    float hair = hair(u, x, y);
    float edge = clamp(body + EDGE * hair * body * (1 - body));
    return clamp((0.68f + 0.34f * density) * patch(u, y) * edge * (1 + 0.05f * hair));
  }

  boolean hasStyle() {
    return style != BeardStyle.NONE && style != BeardStyle.STUBBLE;
  }

  private static boolean reaches(float x, float y) {
    return y < -38 || Math.abs(x) > 56;
  }

  /** Thins the beard out in front of the ears, under the hair and below the jaw. */
  private float end(float u, float y) {
    float au = Math.abs(u);
    float jaw = FacePlan.CHIN + 52 * step(46, 132, au);
    float below = jaw - y + 2.5f * noise.middle((int) (2 * u) + ox, (int) y);
    return step(13, 3, below) * step(112, 101, au) * step(HIGH - 1, 0, y);
  }

  private float grain(float u, float x, float y) {
    return clamp((0.92f + 0.09f * hair(u, x, y)) * patch(u, y), 0, 1.2f);
  }

  private float patch(float u, float y) {
    return 1 - 0.3f * patchy * (1 + noise.middle((int) u + ox, (int) y));
  }

  /**
   * Returns noise that is drawn out along the hairs, which grow down, on the lip away from the
   * middle and on the cheeks a little towards it.
   */
  private float hair(float u, float x, float y) {
    float au = Math.abs(u);
    float out = step(-76, -66, y) * step(38, 26, Math.abs(x));
    float across = 1.25f * (au + (0.85f * out - 0.22f) * (y + 56)) + 512;
    int column = (int) across;
    int row = (int) (0.9f * y) + ox;
    int side = ox + (u < 0 ? 128 : 0);
    float first = noise.strands(column + side, row);
    return Kernel.mix(first, noise.strands(column + side + 1, row), across - column);
  }

  private float styled(float x, float y) {
    return switch (style) {
      case NONE, STUBBLE -> 0;
      case MOUSTACHE -> moustache(x, y);
      case GOATEE -> Math.max(moustache(x, y), goatee(x, y));
      case FULL -> Math.max(moustache(x, y), jaw(x, y));
      case SIDEBURNS -> jaw(x, y) * step(52, 60, Math.abs(x)) * step(-78, -68, y);
      case SOUL_PATCH -> step(0.12f, 0.5f, bell(x, y + 90, 10, 11));
      case CHIN_STRAP -> jaw(x, y) * step(-94, -102, y - 0.55f * Math.max(0, Math.abs(x) - 18));
    };
  }

  private static float moustache(float x, float y) {
    float ax = Math.abs(x);
    float low = -63.5f - 0.006f * ax * ax;
    return step(36, 23, ax) * step(-49, -57, y + 0.1f * ax) * step(low - 4, low + 2.5f, y);
  }

  private static float goatee(float x, float y) {
    float mouth = bell(x, y + 72, 34, 18);
    return step(36, 21, Math.abs(x)) * step(-60, -72, y) * step(0.5f, 0.2f, mouth);
  }

  private float jaw(float x, float y) {
    float ax = Math.abs(x);
    float burn = 62 * step(58, 67, ax);
    float cheek = edge + 0.9f * Math.max(0, ax - 42) - 0.55f * Math.max(0, 42 - ax) + burn;
    float mouth = bell(x, y + 72, 36, 19);
    float ear = 1 - step(69, 73, ax) * step(-60, -45, y);
    float under = step(cheek + sharp, cheek - sharp, y);
    return ear * under * step(0.45f, 0.15f, mouth);
  }
}
