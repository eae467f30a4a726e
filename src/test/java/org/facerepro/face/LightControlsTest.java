package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.facerepro.core.EnumNames;
import org.facerepro.core.StrictYaml;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LightControlsTest {
  private static final String PRIOR = "lightPrior: {folder: bip}\n";
  private static final String MODEL = "model: m.h5\n";
  private static final List<String> LIT = List.of(PRIOR, MODEL + PRIOR, MODEL + "light: place\n");

  private static GeneratorSpec yaml(String more) {
    String some = "domain: graphics\nsubjects: 1\nsamplesPerSubject: 2\n";
    return StrictYaml.parse(some + more, "s.yaml").as(GeneratorSpec.class);
  }

  private static void refused(String more, String... parts) {
    assertThatThrownBy(() -> yaml(more)).hasMessageContainingAll(parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light.scene", "light.azimuth", "light.elevation", "light.keyShare"})
  void lawsOfPlaceAndMainLight_ofAModelInAnotherLight_areRefused(String control) {
    String law = "laws: {" + control + ": 0}";
    refused(MODEL + PRIOR + law, "laws/" + control, "beside lightPrior; these do not");
    refused(MODEL + "light: place\n" + law, "laws/" + control, "beside light: place;");
    assertThat(yaml(MODEL + law).laws()).containsKey(control);
    assertThat(yaml(PRIOR + law).laws()).containsKey(control);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light.sky", "light.rim"})
  void lawsOfSoftLight_besideAPrior_areRefusedOfAnyHead(String control) {
    String law = "laws: {" + control + ": 0}";
    refused(PRIOR + law, "laws/" + control, "these do not: light.sky, light.rim, got");
    refused(MODEL + PRIOR + law, "laws/" + control, "beside lightPrior");
    assertThat(yaml(law).laws()).containsKey(control);
  }

  @Test
  void exposure_actsInEveryLight() {
    for (String lit : LIT) {
      assertThat(yaml(lit + "laws: {light.exposure: 1.2}").laws()).hasSize(1);
    }
  }

  @Test
  void sweepOverALightThatDoesNothing_isRefused() {
    String sweep = "sweep: [{control: light.sky, values: [0, 1]}]";
    refused(PRIOR + sweep, "sweep: expected a control that acts beside lightPrior");
    assertThat(yaml(sweep).sweep()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void presets_haveNoLawOfALightThatDoesNothing(Preset preset) {
    for (String lit : LIT) {
      GeneratorSpec spec = yaml(lit + "preset: " + EnumNames.of(preset));
      Set<FaceControl> idle =
          LightControls.of(spec.model() == null, spec.light(), spec.lightPrior()).idle();
      assertThat(spec.lawsInForce().byName().keySet())
          .doesNotContainAnyElementsOf(idle.stream().map(FaceControl::label).toList());
    }
  }
}
