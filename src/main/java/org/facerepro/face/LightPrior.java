package org.facerepro.face;

import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * A folder of measured lights, such as the Basel Illumination Prior, that pictures are lit by.
 *
 * @param folder of {@code .rps} or {@code .json} files with nine colours each
 * @param law how lights are drawn from it; null for one of them as it is
 * @param withoutColour whether the channels are made equal; null for no
 * @param energy sum of squares over the nine coefficients of all three channels that every light is
 *     scaled to, in the measure of the files; null for its own. That of an even white light that
 *     shows surfaces at their albedo is 12/π, or 3.82.
 */
public record LightPrior(
    String folder, @Nullable Kind law, @Nullable Boolean withoutColour, @Nullable Double energy) {

  /** How lights are drawn from the folder. */
  public enum Kind {
    /** One of them, each as likely. */
    EMPIRICAL,
    /** By the normal law that has their mean and covariance. */
    NORMAL
  }

  /**
   * Checks the values.
   *
   * @throws org.facerepro.core.InvalidValueException if the folder has no name, or the energy is
   *     not above 0 or above 1,000,000
   */
  public LightPrior {
    Require.text("folder", folder);
    if (energy != null) {
      Require.that(
          energy > 0 && energy <= 1e6, "energy", "a number above 0, 1,000,000 at most", energy);
    }
  }

  /**
   * Draws the lights of a folder as they are.
   *
   * @throws org.facerepro.core.InvalidValueException if the folder has no name
   */
  public LightPrior(String folder) {
    this(folder, null, null, null);
  }
}
