package org.facerepro.face.scene;

import java.util.Arrays;
import org.facerepro.core.Rng;
import org.facerepro.face.draw.LightView;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.draw.Rotation;
import org.facerepro.face.draw.ShLight;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;
import org.jspecify.annotations.Nullable;

/**
 * The light of one picture, in head space: order-2 spherical harmonics for everything soft and one
 * key light that casts shadows.
 */
public final class Lighting {
  private static final int SOFT_SOURCES = 3;

  private static final Law SHADOW_DEPTH = new Law.Uniform(1.5, 7);
  private static final double RIM = 0.2;

  /** Least soft light, for a truncated series dips below 0. */
  private static final float DARKEST = 0.02f;

  private final ShLight[] soft = {new ShLight(), new ShLight(), new ShLight()};
  private final float[] key;
  private final float[] half;
  private final Rgb keyColour;
  private final FaceParameters.LightParameters parameters;
  private float fade = 0.5f;

  private Lighting(
      float[] key, float[] half, Rgb keyColour, FaceParameters.LightParameters parameters) {
    this.key = key;
    this.half = half;
    this.keyColour = keyColour;
    this.parameters = parameters;
  }

  /** Draws a light; a face that looks at the camera gets an irradiance of about 1. */
  public static Lighting draw(Draws draws, Rotation rotation, boolean photographic) {
    return draw(draws, rotation, photographic, null);
  }

  /**
   * Draws a light.
   *
   * @param prior what the soft light is drawn from, scaled to its share; null for the place's own
   */
  static Lighting draw(
      Draws draws, Rotation rotation, boolean photographic, @Nullable SoftLight prior) {
    LightScene kind = LightScene.draw(draws);
    double azimuth = draws.value(FaceControl.LIGHT_AZIMUTH, kind.azimuth());
    double elevation = draws.value(FaceControl.LIGHT_ELEVATION, kind.elevation());
    double share = draws.value(FaceControl.LIGHT_KEY_SHARE, kind.share(photographic));
    double exposure = draws.value(FaceControl.LIGHT_EXPOSURE);
    float[] towards = direction(azimuth, elevation);
    float[] key = rotation.inverse(towards[0], towards[1], towards[2]);
    float[] half = unit(rotation.inverse(towards[0], towards[1], towards[2] + 1));
    double warmth = draws.value(FaceControl.LIGHT_WARMTH, new Law.Gaussian(kind.warmth(), 0.06));
    double facing = Math.max(0.45, towards[2]);
    double power = share / facing;
    Rgb colour = Rgb.of(power * (1 + warmth), power, power * (1 - warmth));
    Lighting light =
        new Lighting(
            key,
            half,
            colour,
            new FaceParameters.LightParameters(azimuth, elevation, share, exposure));
    light.fade = (float) (1 / draws.value(FaceControl.LIGHT_SHADOW_DEPTH, SHADOW_DEPTH));
    if (prior == null) {
      light.addSoft(draws, kind, rotation, 1 - share);
    } else {
      light.addPrior(prior.factors(draws), rotation, 1 - share);
    }
    return light;
  }

  private void addPrior(double[] factors, Rotation rotation, double share) {
    for (int k = 0; k < soft.length; k++) {
      int terms = factors.length / soft.length;
      double[] channel = Arrays.copyOfRange(factors, k * terms, (k + 1) * terms);
      soft[k].addTurned(channel, rotation, share);
    }
  }

  private void addSoft(Draws draws, LightScene kind, Rotation rotation, double amount) {
    Rng rng = draws.rng("soft-light");
    double sky = draws.value(FaceControl.LIGHT_SKY, kind.sky());
    double base = amount * 0.6;
    double cold = rng.gaussian(-kind.warmth(), 0.05);
    double[] tint = {1 - cold, 1, 1 + cold};
    float[] up = rotation.inverse(0, 1, 0);
    float[] front = rotation.inverse(0, 0, 1);
    double fill = base / StrictMath.PI * rng.uniform(0.2, 0.8);
    for (int k = 0; k < 3; k++) {
      soft[k].addConstant(tint[k] * base / StrictMath.PI);
      double slope = sky * base / StrictMath.PI * 1.5;
      soft[k].addLinear(slope * up[0], slope * up[1], slope * up[2]);
      soft[k].addLinear(fill * front[0], fill * front[1], fill * front[2]);
    }
    for (int s = 0; s < SOFT_SOURCES; s++) {
      float[] to = direction(rng.gaussian(0, 60), rng.gaussian(25, 30));
      addSource(rotation, to, amount * rng.uniform(0, 0.42), rng.gaussian(0, 0.08), 0);
    }
    if (draws.happens(FaceControl.LIGHT_RIM, RIM)) {
      addRim(draws.rng("rim-light"), rotation);
    }
    float[] below = direction(rng.gaussian(0, 40), -55);
    addSource(rotation, below, rng.uniform(0, 0.14), rng.gaussian(0, 0.3), rng.gaussian(0, 0.2));
  }

  private void addRim(Rng rng, Rotation rotation) {
    double side = rng.chance(0.5) ? 1 : -1;
    float[] behind = direction(side * rng.uniform(100, 160), rng.gaussian(25, 20));
    addSource(rotation, behind, rng.uniform(0.1, 0.9), rng.gaussian(0, 0.12), 0);
  }

  private void addSource(Rotation rotation, float[] to, double power, double warm, double magenta) {
    float[] d = rotation.inverse(to[0], to[1], to[2]);
    soft[0].addSource(d[0], d[1], d[2], power * (1 + warm));
    soft[1].addSource(d[0], d[1], d[2], power * (1 - magenta));
    soft[2].addSource(d[0], d[1], d[2], power * (1 - warm));
  }

  private static float[] direction(double azimuth, double elevation) {
    double a = StrictMath.toRadians(azimuth);
    double e = StrictMath.toRadians(elevation);
    return new float[] {
      (float) (StrictMath.sin(a) * StrictMath.cos(e)),
      (float) StrictMath.sin(e),
      (float) (StrictMath.cos(a) * StrictMath.cos(e))
    };
  }

  private static float[] unit(float[] v) {
    float length = (float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new float[] {v[0] / length, v[1] / length, v[2] / length};
  }

  /**
   * Writes the soft irradiance of the three channels on a unit normal.
   *
   * @param share what of it arrives
   */
  void soft(float x, float y, float z, float share, float[] out, int at) {
    float xy = x * y;
    float yz = y * z;
    float zz = 3 * z * z - 1;
    float xz = x * z;
    float xxyy = x * x - y * y;
    for (int k = 0; k < 3; k++) {
      float light = soft[k].irradiance(x, y, z, xy, yz, zz, xz, xxyy);
      out[at + k] = share * (light < DARKEST ? DARKEST : light);
    }
  }

  /** Returns the factors of one channel's soft light; see {@link ShLight#coefficients()}. */
  public float[] softCoefficients(int channel) {
    return soft[channel].coefficients();
  }

  /** Returns the unit direction towards the key light. */
  public float[] keyDirection() {
    return key.clone();
  }

  public LightView keyView(int size, float reach) {
    return LightView.towards(key, size, reach);
  }

  /** Returns the cosine between a normal and the key light. */
  public float keyCosine(float x, float y, float z) {
    return key[0] * x + key[1] * y + key[2] * z;
  }

  /** Returns the unit half vector of the directions to the camera and to the key light. */
  float[] halfDirection() {
    return half.clone();
  }

  /** Returns how fast a shadow deepens behind its blocker, 1/mm; small for large soft sources. */
  public float shadowFade() {
    return fade;
  }

  public Rgb keyColour() {
    return keyColour;
  }

  public FaceParameters.LightParameters parameters() {
    return parameters;
  }
}
