package org.facerepro.face.basel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.core.Require;
import org.facerepro.core.Rng;
import org.facerepro.core.StorageException;
import org.facerepro.face.render.SphericalLight;

/**
 * Measured lights, such as the Basel Illumination Prior: all {@code .rps} and {@code .json} files
 * of a folder in the order of their names, each with nine spherical harmonics of red, green and
 * blue under {@code environmentMap.coefficients}, in the measure by which a surface of albedo 1
 * gives off the irradiance; immutable.
 */
public final class IlluminationPrior {
  private final double[][] lights;
  private final double[] mean;

  private IlluminationPrior(double[][] lights) {
    this.lights = lights;
    this.mean = new double[lights[0].length];
    for (double[] light : lights) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += light[i] / lights.length;
      }
    }
  }

  /** Takes lights over, at least one. */
  public static IlluminationPrior of(List<SphericalLight> lights) {
    Require.that(!lights.isEmpty(), "lights", "at least one light", "none");
    return new IlluminationPrior(
        lights.stream().map(SphericalLight::toArray).toArray(double[][]::new));
  }

  /**
   * Reads a folder.
   *
   * @throws DataUnavailableException if there is none, or no such file in it
   * @throws CorruptDataException if a file has anything else than nine colours
   */
  public static IlluminationPrior read(Path folder) {
    List<SphericalLight> lights = new ArrayList<>();
    for (Path file : files(folder)) {
      lights.add(light(Json.read(file, JsonNode.class), file));
    }
    if (lights.isEmpty()) {
      throw new DataUnavailableException(folder + " has no .rps or .json file of a light");
    }
    return of(lights);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DataUnavailableException(
          folder + " is no folder; expected the parameter files of an illumination prior");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> file.toString().endsWith(".rps") || file.toString().endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StorageException("cannot read " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static SphericalLight light(JsonNode tree, Path file) {
    JsonNode terms = tree.path("environmentMap").path("coefficients");
    double[] out = new double[SphericalLight.CHANNELS * SphericalLight.TERMS];
    boolean fits = terms.isArray() && terms.size() == SphericalLight.TERMS;
    for (int k = 0; fits && k < SphericalLight.TERMS; k++) {
      fits = terms.get(k).isArray() && terms.get(k).size() == SphericalLight.CHANNELS;
      for (int channel = 0; fits && channel < SphericalLight.CHANNELS; channel++) {
        JsonNode value = terms.get(k).get(channel);
        fits = value.isNumber() && Double.isFinite(value.doubleValue());
        out[channel * SphericalLight.TERMS + k] = value.doubleValue();
      }
    }
    if (!fits) {
      throw new CorruptDataException(
          file + ": environmentMap/coefficients: expected nine lists of three finite numbers");
    }
    return LightChanges.ofMeasured(out);
  }

  /** Returns the number of lights. */
  public int size() {
    return lights.length;
  }

  /** Draws one of the lights. */
  public SphericalLight empirical(Rng rng) {
    return SphericalLight.of(lights[rng.nextInt(lights.length)]);
  }

  /**
   * Draws from the normal law that has the lights' mean and covariance (divisor n − 1): the mean
   * and the sum of all centred lights, each times a standard normal number over {@code sqrt(n −
   * 1)}, which needs no factorisation. Time in proportion to the number of lights.
   */
  public SphericalLight normal(Rng rng) {
    double[] out = mean.clone();
    double scale = 1 / StrictMath.sqrt(Math.max(1, lights.length - 1));
    for (double[] light : lights) {
      double weight = scale * rng.nextGaussian();
      for (int i = 0; i < out.length; i++) {
        out[i] += weight * (light[i] - mean[i]);
      }
    }
    return SphericalLight.of(out);
  }
}
