package org.facerepro.face;

import org.facerepro.face.draw.Rgb;
import org.facerepro.face.draw.Rotation;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.render.PlaceLight;
import org.facerepro.face.render.SphericalLight;
import org.facerepro.face.scene.Lighting;

/** Draws the light of pictures of morphable models, in camera space. */
final class ModelLighting {
  private ModelLighting() {}

  static SphericalLight draw(ModelLight kind, Draws draws, boolean photographic) {
    return switch (kind) {
      case SCENE -> scene(draws, photographic);
      case PLACE -> PlaceLight.draw(draws.rng("place-light"));
    };
  }

  /**
   * Draws a light as the built-in head has it. The main light is smoothed to order 2 and casts no
   * shadow.
   *
   * @param photographic whether the light is harder, as that of the stand-in for photographs
   */
  private static SphericalLight scene(Draws draws, boolean photographic) {
    // A head that is not turned has its axes along those of the camera.
    Lighting light = Lighting.draw(draws, Rotation.degrees(0, 0, 0), photographic);
    double[] factors = new double[SphericalLight.CHANNELS * SphericalLight.TERMS];
    for (int channel = 0; channel < SphericalLight.CHANNELS; channel++) {
      float[] soft = light.softCoefficients(channel);
      for (int k = 0; k < soft.length; k++) {
        factors[channel * SphericalLight.TERMS + k] = soft[k];
      }
    }
    float[] to = light.keyDirection();
    Rgb colour = light.keyColour();
    return SphericalLight.ofShade(factors)
        .withLamp(to[0], to[1], to[2], colour.r(), colour.g(), colour.b());
  }

  /** Returns the factor by which the camera brightens the picture. */
  static double exposure(Draws draws) {
    return draws.value(FaceControl.LIGHT_EXPOSURE);
  }
}
