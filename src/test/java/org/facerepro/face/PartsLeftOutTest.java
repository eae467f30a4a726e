package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.facerepro.core.Seed;
import org.facerepro.core.StrictYaml;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.HairPlan;
import org.facerepro.face.person.HairStyle;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;
import org.facerepro.face.scene.FaceParameters;
import org.facerepro.face.scene.GeneratedFace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsLeftOutTest {
  private static final int SUBJECTS = 12;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hair",
        "facial-hair",
        "mid-frequency-texture",
        "painted-identity",
        "occluders",
        "background"
      })
  void part_leftOut_changesNeitherShapeNorPoseNorExpressionNorLight(String part) {
    FaceParameters whole = face("", 1).parameters();
    FaceParameters less = face(part, 1).parameters();
    assertThat(less)
        .usingRecursiveComparison()
        .comparingOnlyFields("shape", "pose", "expression", "light", "landmarks", "jpegQuality")
        .isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hair", "mid-frequency-texture", "painted-identity", "background"})
  void part_leftOut_isNotInThePicture(String part) {
    assertThat(face(part, 1).image()).isNotEqualTo(face("", 1).image());
  }

  @Test
  void hair_leftOut_leavesEverybodyBaldAndTheirPaintAlone() {
    for (int i = 0; i < SUBJECTS; i++) {
      Subject bald = subject("hair", i);
      assertThat(bald.traits().hairStyle()).isEqualTo(HairStyle.BALD);
      assertThat(bald.traits().beardStyle()).isEqualTo(subject("", i).traits().beardStyle());
      assertThat(bald.colour()).isEqualTo(subject("", i).colour());
    }
  }

  @Test
  void facialHair_leftOut_leavesNobodyWithABeardAndHairAlone() {
    for (int i = 0; i < SUBJECTS; i++) {
      Subject shaven = subject("facial-hair", i);
      assertThat(shaven.traits().beardStyle()).isEqualTo(BeardStyle.NONE);
      assertThat(HairPlan.of(shaven)).isEqualTo(HairPlan.of(subject("", i)));
      assertThat(shaven.colour()).isEqualTo(subject("", i).colour());
    }
  }

  @Test
  void midFrequencyTexture_leftOut_takesAwayTheComponentsOfTextureOnly() {
    Subject whole = subject("", 2);
    Subject smooth = subject("mid-frequency-texture", 2);
    for (ColourComponent component : ColourComponent.values()) {
      float expected =
          component.isTexture() ? (float) ColourComponent.ABSENT : whole.colour(component);
      assertThat(smooth.colour(component)).as(component.name()).isEqualTo(expected);
    }
  }

  @Test
  void paintedIdentity_leftOut_paintsEverybodyAlikeDownToTheMoles() {
    Subject a = subject("painted-identity", 3);
    Subject b = subject("painted-identity", 4);
    assertThat(a.colour()).isEqualTo(b.colour());
    assertThat(Palette.of(a)).isEqualTo(Palette.of(b));
    assertThat(HairPlan.of(a)).isEqualTo(HairPlan.of(b));
    assertThat(a.details()).isEqualTo(b.details());
    assertThat(a.shape()).isNotEqualTo(b.shape());
  }

  private static Subject subject(String part, int index) {
    return generator(part).identity(index);
  }

  private static GeneratedFace face(String part, int index) {
    return generator(part).subject(index).sample(1);
  }

  private static FaceGenerator generator(String part) {
    String yaml = "domain: graphics\nsubjects: %d\nsamplesPerSubject: 2\n".formatted(SUBJECTS);
    String without = part.isEmpty() ? "" : "without: [" + part + "]\n";
    GeneratorSpec spec = StrictYaml.parse(yaml + without, "s.yaml").as(GeneratorSpec.class);
    return new FaceGenerator(spec, new Seed(11));
  }
}
