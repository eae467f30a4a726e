package org.facerepro.face.basel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.face.render.PlaceLight;
import org.facerepro.face.render.SphericalLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IlluminationPriorTest {
  @TempDir Path folder;

  private void write(String name, double red0, String more) throws IOException {
    StringBuilder terms = new StringBuilder("[" + red0 + ", 0.2, 0.3]");
    for (int k = 1; k < 9; k++) {
      terms.append(", [").append(k).append(".0, 0.0, 0.0]");
    }
    Files.writeString(
        folder.resolve(name),
        "{\"environmentMap\": {\"coefficients\": [" + terms + more + "]}, \"other\": 1}");
  }

  @Test
  void folder_withTwoLights_givesBothByTheirNames() throws IOException {
    write("b.json", 2, "");
    write("a.rps", 1, "");
    Files.writeString(folder.resolve("readme.txt"), "x");
    IlluminationPrior prior = IlluminationPrior.read(folder);
    assertThat(prior.size()).isEqualTo(2);
    double[] drawn = LightChanges.measured(prior.empirical(new Seed(1).rng()));
    assertThat(drawn[0]).isIn(1.0, 2.0);
    assertThat(drawn[SphericalLight.TERMS]).isCloseTo(0.2, within(1e-12));
    assertThat(drawn[5]).isCloseTo(5.0, within(1e-12));
  }

  /**
   * A constant radiance L has the irradiance pi L, and the coefficient L / 0.282 = 2 sqrt(pi) L.
   */
  @Test
  void coefficients_inTheFilesMeasure_giveTheIrradianceItself() {
    double[] c = new double[27];
    c[0] = 1 / (Math.PI * 0.282094791773878);
    assertThat(LightChanges.ofMeasured(c).shade(0, 0.6, 0, 0.8)).isCloseTo(1, within(1e-12));
  }

  @Test
  void folder_withAFileOfTenColours_namesIt() throws IOException {
    write("a.json", 1, ", [0.0, 0.0, 0.0]");
    assertThatThrownBy(() -> IlluminationPrior.read(folder))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("a.json")
        .hasMessageContaining("nine");
  }

  @Test
  void folder_withoutLights_isUnavailable() {
    assertThatThrownBy(() -> IlluminationPrior.read(folder))
        .isInstanceOf(DataUnavailableException.class);
  }

  @Test
  void normal_ofThreeLights_hasTheirMeanAndCovariance() {
    double[][] lights = new double[3][27];
    lights[0][0] = 1;
    lights[1][0] = 2;
    lights[2][0] = 6;
    lights[0][4] = 3;
    IlluminationPrior prior =
        IlluminationPrior.of(Arrays.stream(lights).map(SphericalLight::of).toList());
    Rng rng = new Seed(3).rng();
    int n = 100_000;
    double m0 = 0;
    double v0 = 0;
    double c04 = 0;
    for (int i = 0; i < n; i++) {
      double[] x = prior.normal(rng).toArray();
      m0 += x[0] / n;
      v0 += (x[0] - 3) * (x[0] - 3) / n;
      c04 += (x[0] - 3) * (x[4] - 1) / n;
    }
    assertThat(m0).isCloseTo(3, within(0.05));
    assertThat(v0).isCloseTo(7, within(0.15));
    assertThat(c04).isCloseTo(-3, within(0.1));
  }

  @Test
  void energy_fixed_isTheSumOfSquares() {
    double[] c =
        LightChanges.measured(LightChanges.energy(PlaceLight.draw(new Seed(1).rng()), 6.33));
    assertThat(Arrays.stream(c).map(x -> x * x).sum()).isCloseTo(6.33, within(1e-12));
  }

  @Test
  void grey_light_hasEqualChannelsOfTheirMean() {
    double[] c = PlaceLight.draw(new Seed(1).rng()).toArray();
    double[] grey = LightChanges.grey(SphericalLight.of(c)).toArray();
    assertThat(grey[2]).isEqualTo((c[2] + c[11] + c[20]) / 3).isEqualTo(grey[11]);
  }

  @Test
  void frontal_light_hasTwoBandsAndShowsTheFrontBrightest() {
    SphericalLight light = LightChanges.frontal();
    assertThat(Arrays.copyOfRange(light.toArray(), 4, 9)).containsOnly(0);
    assertThat(light.shade(0, 0, 0, 1)).isCloseTo(1, within(1e-12));
    assertThat(light.shade(0, 1, 0, 0)).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void placeLight_onSurfacesThatFaceTheCamera_isAboutOneOnAverage() {
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      double shade = PlaceLight.draw(new Seed(i).rng()).shade(1, 0, 0, 1);
      assertThat(shade).isPositive();
      sum += shade / 2000;
    }
    assertThat(sum).isBetween(0.7, 1.1);
  }

  @Test
  void prior_withoutLights_isRefused() {
    assertThatThrownBy(() -> IlluminationPrior.of(List.of())).hasMessageContaining("lights");
  }
}
