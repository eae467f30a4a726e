package org.facerepro.face.render;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;

/**
 * Random draws of subjects and samples; each comes from a seed of its own, derived from the numbers
 * of subject and sample and from what is drawn.
 */
record ModelDraws(ModelSpec spec, Seed seed) implements ModelPlan {

  private Seed subject(int subject) {
    return seed.child(subject);
  }

  private Seed sample(int subject, int sample) {
    return subject(subject).child("sample").child(sample);
  }

  @Override
  public double[] shape(int subject, int count) {
    return normal(subject(subject).child("shape"), count, spec.spread().shape());
  }

  @Override
  public double[] colour(int subject, int count) {
    return normal(subject(subject).child("colour"), count, spec.spread().colour());
  }

  @Override
  public double[] expression(int subject, int sample, int count) {
    Seed seed = sample(subject, sample).child("expression");
    return normal(seed, count, spec.spread().expression());
  }

  @Override
  public ModelShot shot(int subject, int sample) {
    Seed seed = sample(subject, sample);
    return ModelShot.of(turn(seed), spec.camera(), light(seed));
  }

  private static double[] normal(Seed seed, int count, double deviation) {
    Rng rng = seed.rng();
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = rng.gaussian(0, deviation);
    }
    return values;
  }

  private HeadTurn turn(Seed sample) {
    SceneSpread spread = spec.spread();
    return new HeadTurn(
        angle(sample, "yaw", spread.yaw()),
        angle(sample, "pitch", spread.pitch()),
        angle(sample, "roll", spread.roll()));
  }

  private static double angle(Seed sample, String name, double deviation) {
    double drawn = sample.child(name).rng().gaussian(0, deviation);
    return Math.max(-180, Math.min(180, drawn));
  }

  private SphericalLight light(Seed sample) {
    Rng rng = sample.child("light").rng();
    double z = rng.nextDouble();
    double around = rng.uniform(0, 2 * StrictMath.PI);
    double flat = StrictMath.sqrt(1 - z * z);
    double ambient = spec.spread().ambient();
    double lamp = 1 - ambient;
    return SphericalLight.ambient(ambient, ambient, ambient)
        .withLamp(
            flat * StrictMath.cos(around), flat * StrictMath.sin(around), z, lamp, lamp, lamp);
  }
}
