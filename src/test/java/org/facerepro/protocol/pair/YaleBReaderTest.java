package org.facerepro.protocol.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.facerepro.protocol.CollectedFaces;
import org.facerepro.protocol.Comparison;
import org.facerepro.protocol.VerificationSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YaleBReaderTest {
  private static final String FRONTAL = "yaleB01/yaleB01_P00A+000E+00.pgm";

  private final TinySet yale;

  YaleBReaderTest(@TempDir Path root) {
    this.yale = new TinySet(root, "yale-b");
  }

  @Test
  void lights_of64_areThoseOfThePublishedSubsets() {
    assertThat(YaleLight.all().stream().map(YaleLight::written))
        .hasSize(64)
        .doesNotHaveDuplicates();
    assertThat(
            YaleLight.all().stream()
                .collect(Collectors.groupingBy(YaleLight::subset, Collectors.counting())))
        .containsEntry(1, 7L)
        .containsEntry(2, 12L)
        .containsEntry(3, 12L)
        .containsEntry(4, 14L)
        .containsEntry(5, 19L);
  }

  @Test
  void open_theOfficialSet_drawsAmong38PeopleAndGroupsByTheHarderLight() {
    yale.picture("yaleb/" + FRONTAL);

    VerificationSet set = yale.openOfficial();

    assertThat(set.list().comparisons())
        .hasSize(12_000)
        .allMatch(
            c ->
                ("lights-"
                        + Math.max(
                            YaleLight.of(c.firstImage()).subset(),
                            YaleLight.of(c.secondImage()).subset()))
                    .equals(c.firstGroup()));
    assertThat(set.list().comparisons().stream().map(Comparison::firstSubject).distinct())
        .hasSizeGreaterThan(35)
        .doesNotContain("yaleB14");
    assertThat(CollectedFaces.of(set).failures).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AZIMUTH, azimuth-0-25 azimuth-35-50 azimuth-60-85 azimuth-95-130",
    "ELEVATION, elevation-0-20 elevation-35-45 elevation-65-90"
  })
  void bins_ofAllLights_putEachIntoOneByItsAngle(YaleLight.Bins bins, String names) {
    YaleLight frontal = new YaleLight(0, 0);
    Map<String, List<YaleLight>> found =
        YaleLight.all().stream()
            .collect(Collectors.groupingBy(light -> YaleLight.group(frontal, light, bins)));

    assertThat(found.keySet()).containsExactlyInAnyOrder(names.split(" "));
    found.forEach(
        (name, lights) ->
            assertThat(lights)
                .allSatisfy(
                    light -> {
                      int angle =
                          bins == YaleLight.Bins.AZIMUTH ? light.azimuth() : light.elevation();
                      List<String> bounds = List.of(name.split("-", -1));
                      assertThat(Math.abs(angle))
                          .isBetween(
                              Integer.parseInt(bounds.get(1)), Integer.parseInt(bounds.get(2)));
                      assertThat(YaleLight.group(light, frontal, bins)).isEqualTo(name);
                    }));
  }

  @Test
  void open_withPicturesMarkedBad_leavesThemOut() {
    yale.picture("yaleb/" + FRONTAL + ".bad");

    VerificationSet set = yale.openOfficial();

    assertThat(set.images()).doesNotContain(FRONTAL);
    assertThat(set.list().remarks()).contains("1 pictures that the set marks as bad are left out");
  }
}
