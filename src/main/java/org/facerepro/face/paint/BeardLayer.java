package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Subject;

/** Where a subject's beard grows and where it is worn long, as functions of the place. */
final class BeardLayer {
  static final float HIGH = 14;
  static final float LOW = -150;

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
    sharp = (float) rng.uniform(3.5, 8);
    patchy = s.colour(ColourComponent.BEARD_PATCHINESS, 0.05, 0.07, 0, 0.3);
    shadow = s.colour(ColourComponent.BEARD_SHADOW, 0.5, 0.2, 0.08, 1);
  }

  /** Returns the cover where everything is shaved and has grown for some days, 0 to 1. */
  float stubble(float u, float x, float y) {
    float body = reaches(x, y) ? Math.max(moustache(x, y), jaw(x, y)) : 0;
    return body > 0 ? shadow * density * body * end(u, y) * grain(u, y) : 0;
  }

  /** Returns the cover by the habitual style, 0 to 1. */
  float worn(float u, float x, float y) {
    float w = reaches(x, y) ? styled(x, y) : 0;
    if (w <= 0) {
      return 0;
    }
    float thick = (0.6f + 0.4f * density) * w * end(u, y) * patch(u, y);
    float hair = hair(u, y);
    return clamp(thick * (0.93f + 0.15f * hair) + 0.6f * hair * thick * (1 - thick));
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
    float below = jaw - y + 2.5f * hair(u, y);
    return step(13, 3, below) * step(112, 101, au) * step(HIGH - 1, 0, y);
  }

  private float grain(float u, float y) {
    return clamp((0.9f + 0.14f * hair(u, y)) * patch(u, y), 0, 1.2f);
  }

  private float patch(float u, float y) {
    return 1 - patchy * (1 + noise.middle((int) u + ox, (int) y));
  }

  /** Returns noise that is drawn out along the hairs, which grow down and a little forward. */
  private float hair(float u, float y) {
    int across = (int) (1.7f * Math.abs(u) - 0.35f * y);
    return noise.strands((u < 0 ? -across : across) + ox, (int) (1.2f * y));
  }

  private float styled(float x, float y) {
    return switch (style) {
      case NONE, STUBBLE -> 0;
      case MOUSTACHE -> moustache(x, y);
      case GOATEE -> Math.max(moustache(x, y), goatee(x, y));
      case FULL -> Math.max(moustache(x, y), jaw(x, y));
      case SIDEBURNS -> jaw(x, y) * step(52, 60, Math.abs(x)) * step(-78, -68, y);
      case SOUL_PATCH -> bell(x, y + 90, 9, 10) > 0.3f ? 1 : 0;
      case CHIN_STRAP -> jaw(x, y) * step(-94, -102, y - 0.55f * Math.max(0, Math.abs(x) - 18));
    };
  }

  private static float moustache(float x, float y) {
    float ax = Math.abs(x);
    float low = -63.5f - 0.006f * ax * ax;
    return step(34, 25, ax) * step(-50, -55.5f, y + 0.1f * ax) * step(low - 3, low + 1, y);
  }

  private static float goatee(float x, float y) {
    float mouth = bell(x, y + 72, 34, 18);
    return step(33, 24, Math.abs(x)) * step(-62, -70, y) * step(0.45f, 0.25f, mouth);
  }

  private float jaw(float x, float y) {
    float ax = Math.abs(x);
    float burn = 62 * step(58, 67, ax);
    float cheek = edge + 0.9f * Math.max(0, ax - 42) - 0.55f * Math.max(0, 42 - ax) + burn;
    float mouth = bell(x, y + 72, 36, 19);
    float ear = 1 - step(69, 73, ax) * step(-60, -45, y);
    float under = step(cheek + sharp, cheek - sharp, y);
    return ear * under * step(0.4f, 0.2f, mouth);
  }
}
