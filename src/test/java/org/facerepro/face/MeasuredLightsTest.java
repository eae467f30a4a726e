package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.core.StrictYaml;
import org.facerepro.face.basel.IlluminationPrior;
import org.facerepro.face.draw.Rotation;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Laws;
import org.facerepro.face.render.SphericalLight;
import org.facerepro.face.scene.BackgroundFolder;
import org.facerepro.face.scene.Lighting;
import org.facerepro.face.scene.RenderedView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasuredLightsTest {
  private static final int TERMS = SphericalLight.TERMS;

  private static IlluminationPrior two() {
    return IlluminationPrior.of(
        List.of(SphericalLight.ambient(0.2, 0.4, 0.9), SphericalLight.ambient(0.8, 0.4, 0.3)));
  }

  private static SphericalLight drawn(LightPrior how, long seed) {
    return new MeasuredLights(how, two()).draw(new Draws(Laws.NONE, new Seed(seed)));
  }

  private static LightPrior how(
      LightPrior.@Nullable Kind kind, @Nullable Boolean withoutColour, @Nullable Double energy) {
    return new LightPrior("bip", kind, withoutColour, energy);
  }

  @Test
  void light_withoutMoreKeys_isOneOfTheFolder() {
    for (int i = 0; i < 10; i++) {
      assertThat(drawn(new LightPrior("bip"), i).shade(0, 0, 0, 1)).isIn(0.2, 0.8);
    }
  }

  @Test
  void light_ofTheNormalLaw_isAnotherOne() {
    SphericalLight light = drawn(how(LightPrior.Kind.NORMAL, null, null), 1);
    assertThat(light.shade(0, 0, 0, 1)).isNotIn(0.2, 0.8);
    assertThat(light.shade(1, 0, 0, 1)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void light_withoutColour_hasEqualChannels() {
    double[] c = drawn(how(null, true, null), 3).toArray();
    assertThat(c[0]).isEqualTo(c[TERMS]).isEqualTo(c[2 * TERMS]);
  }

  @Test
  void light_ofFixedEnergy_hasItInTheFilesMeasureAlsoWithoutColour() {
    double[] c = drawn(how(null, true, 6.33), 3).toArray();
    double sum = Arrays.stream(c).map(x -> x * x).sum() / (Math.PI * Math.PI);
    assertThat(sum).isCloseTo(6.33, within(1e-9));
  }

  @Test
  void energyOfAnEvenLightAtTheAlbedo_isTwelveOverPi() {
    SphericalLight light = drawn(how(null, true, 12 / Math.PI), 3);
    for (int channel = 0; channel < SphericalLight.CHANNELS; channel++) {
      assertThat(light.shade(channel, 0, 0, 1)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void yaml_ofALightPrior_isReadWithItsKeys() {
    GeneratorSpec spec =
        yaml("lightPrior: {folder: bip, law: normal, withoutColour: true, energy: 6.33}");
    assertThat(spec.lightPrior()).isEqualTo(how(LightPrior.Kind.NORMAL, true, 6.33));
  }

  private static GeneratorSpec yaml(String more) {
    return StrictYaml.parse(
            "domain: graphics\nsubjects: 1\nsamplesPerSubject: 1\nsize: 64\n" + more, "s.yaml")
        .as(GeneratorSpec.class);
  }

  @Test
  void energy_ofNone_isRefused() {
    assertThatThrownBy(() -> how(null, null, 0.0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("energy");
  }

  @Test
  void prior_besideAnotherLight_isRefused() {
    assertThatThrownBy(() -> yaml("model: m.h5\nlight: place\nlightPrior: {folder: bip}"))
        .hasMessageContaining("none beside lightPrior");
  }

  @Test
  void generator_withoutTheFolderThatItsSpecificationNames_isRefused() {
    GeneratorSpec spec = yaml("lightPrior: {folder: bip}");
    assertThatThrownBy(() -> new FaceGenerator(spec, new Seed(1)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("lightPrior");
  }

  @Test
  void generator_ofAnotherSpecificationWithAPriorThatWasNotRead_isRefused() {
    GeneratorSpec lit = yaml("lightPrior: {folder: bip}");
    FaceGenerator unlit = new FaceGenerator(yaml(""), new Seed(1));
    assertThatThrownBy(() -> unlit.of(lit))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("lightPrior: expected the one whose lights were read: none");
  }

  @Test
  void generator_ofAnotherSpecificationWithoutThePriorOrWithAnother_isRefused() {
    MeasuredLights lights = new MeasuredLights(new LightPrior("bip"), two());
    GeneratorSpec spec = yaml("lightPrior: {folder: bip}");
    FaceGenerator lit =
        new FaceGenerator(spec, new Seed(1), BackgroundFolder.NONE, lights, Casting.USUAL);
    assertThat(lit.of(spec).spec()).isEqualTo(spec);
    assertThatThrownBy(() -> lit.of(yaml(""))).hasMessageContaining("got none");
    assertThatThrownBy(() -> lit.of(yaml("lightPrior: {folder: other}")))
        .hasMessageContaining("folder=other");
  }

  /** The soft light of the built-in head, in the head's space, is the prior's times its share. */
  @Test
  void builtInHead_inMeasuredLight_hasItsShareOfItHoweverTheHeadIsTurned() {
    double[] radiance = new double[3 * TERMS];
    for (int i = 0; i < radiance.length; i++) {
      radiance[i] = 0.3 * Math.sin(1 + i);
    }
    SphericalLight measured = SphericalLight.of(radiance);
    MeasuredLights lights =
        new MeasuredLights(new LightPrior("bip"), IlluminationPrior.of(List.of(measured)));
    FaceGenerator generator =
        new FaceGenerator(
            yaml("lightPrior: {folder: bip}"),
            new Seed(1),
            BackgroundFolder.NONE,
            lights,
            Casting.USUAL);
    SubjectGenerator subject = generator.subject(0);
    subject.sample(0, Map.of(FaceControl.LIGHT_KEY_SHARE, 0.25, FaceControl.POSE_YAW, 40.0));
    RenderedView view = subject.view();
    Rotation turn = view.rotation();
    Lighting light = view.lighting();
    for (int channel = 0; channel < 3; channel++) {
      float[] c = light.softCoefficients(channel);
      float x = 0.48f;
      float y = 0.6f;
      float z = 0.64f;
      float[] p = {1, y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y};
      double soft = 0;
      for (int k = 0; k < p.length; k++) {
        soft += c[k] * p[k];
      }
      double expected =
          measured.shade(channel, turn.row(0, x, y, z), turn.row(1, x, y, z), turn.row(2, x, y, z));
      assertThat(soft).isCloseTo(0.75 * expected, within(1e-5));
    }
  }
}
