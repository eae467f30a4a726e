package org.facerepro.face;

import org.facerepro.core.Rng;
import org.facerepro.face.basel.IlluminationPrior;
import org.facerepro.face.basel.LightChanges;
import org.facerepro.face.law.Draws;
import org.facerepro.face.render.SphericalLight;
import org.facerepro.face.scene.SoftLight;

/** The lights that a specification draws from a folder; immutable, thread-safe. */
public final class MeasuredLights implements SoftLight {
  private final LightPrior how;
  private final IlluminationPrior lights;

  /** Draws from the lights of a folder as a specification says. */
  public MeasuredLights(LightPrior how, IlluminationPrior lights) {
    this.how = how;
    this.lights = lights;
  }

  /** Returns what they are drawn by. */
  LightPrior how() {
    return how;
  }

  /** Draws the light of a picture, in camera space: colour is taken away before energy is fixed. */
  SphericalLight draw(Draws draws) {
    Rng rng = draws.rng("light-prior");
    SphericalLight light =
        how.law() == LightPrior.Kind.NORMAL ? lights.normal(rng) : lights.empirical(rng);
    if (Boolean.TRUE.equals(how.withoutColour())) {
      light = LightChanges.grey(light);
    }
    Double energy = how.energy();
    return energy == null ? light : LightChanges.energy(light, energy);
  }

  @Override
  public double[] factors(Draws draws) {
    return draw(draws).toShade();
  }
}
