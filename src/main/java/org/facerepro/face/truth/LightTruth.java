package org.facerepro.face.truth;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.scene.Lighting;

/**
 * The light of one picture, in head space, before exposure.
 *
 * @param soft irradiance on a unit normal as nine factors of 1, y, z, x, xy, yz, 3z² − 1, xz, x² −
 *     y²; each red, green, blue
 * @param keyDirection unit vector towards the key light
 * @param keyColour irradiance of the key light on a surface that faces it: red, green, blue
 */
public record LightTruth(
    List<List<Double>> soft, List<Double> keyDirection, List<Double> keyColour) {
  private static final int HARMONICS = 9;

  public LightTruth {
    soft = soft.stream().map(List::copyOf).toList();
    keyDirection = List.copyOf(keyDirection);
    keyColour = List.copyOf(keyColour);
    Require.that(soft.size() == HARMONICS, "soft", "nine colours", soft.size());
    Require.that(keyDirection.size() == 3, "keyDirection", "three numbers", keyDirection.size());
    Require.that(keyColour.size() == 3, "keyColour", "three numbers", keyColour.size());
  }

  /** Takes the light of a picture over. */
  public static LightTruth of(Lighting light) {
    List<List<Double>> soft = new ArrayList<>();
    for (int i = 0; i < HARMONICS; i++) {
      List<Double> colour = new ArrayList<>();
      for (int k = 0; k < 3; k++) {
        colour.add((double) light.softCoefficients(k)[i]);
      }
      soft.add(colour);
    }
    float[] d = light.keyDirection();
    Rgb c = light.keyColour();
    return new LightTruth(
        soft,
        List.of((double) d[0], (double) d[1], (double) d[2]),
        List.of((double) c.r(), (double) c.g(), (double) c.b()));
  }
}
