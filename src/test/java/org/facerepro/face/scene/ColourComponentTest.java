package org.facerepro.face.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Laws;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.HairStyle;
import org.facerepro.face.person.Subject;
import org.facerepro.face.person.SubjectTraits;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourComponentTest {
  private static final HeadModel MODEL = new HeadModel();
  private static final SampleRenderer RENDERER = new SampleRenderer(MODEL);
  private static final RenderWorkspace BUFFERS = new RenderWorkspace(MODEL.layout(), Framing.USUAL);
  private static final Map<Control, Double> FIXED =
      Map.of(
          FaceControl.POSE_YAW, 15.0,
          FaceControl.POSE_PITCH, 8.0,
          FaceControl.EXPRESSION_SMILING, 1.0,
          FaceControl.WEAR_HEADWEAR, 0.0,
          FaceControl.WEAR_MASK, 0.0,
          FaceControl.LIGHT_EXPOSURE, 1.0,
          FaceControl.GROOMING_STUBBLE, 0.6);

  private static RgbImage picture(
      HairStyle hair, BeardStyle beard, ColourComponent component, double coefficient) {
    SubjectTraits traits = new SubjectTraits(true, 45, 0.3, 0.1, 0.6, 0.1, hair, beard, 0, 0, 0);
    Map<ColourComponent, Double> colour = new EnumMap<>(ColourComponent.class);
    colour.put(ColourComponent.FRECKLES, 2.5);
    colour.put(ColourComponent.IRIS_LIGHTNESS, 2.0);
    colour.put(component, coefficient);
    Subject subject = Subject.of(new Seed(5), traits, Map.of(), colour);
    PaintedSubject painted = PaintedSubject.paint(subject, MODEL, BUFFERS.texture, false);
    Draws draws = new Draws(Laws.NONE, new Seed(6), FIXED);
    return RENDERER.render(FaceDomain.GRAPHICS, 0, 0, painted, draws, BUFFERS).image();
  }

  private static int changed(HairStyle hair, BeardStyle beard, ColourComponent component) {
    RgbImage low = picture(hair, beard, component, -2.5);
    RgbImage high = picture(hair, beard, component, 2.5);
    int changed = 0;
    for (int i = 0; i < 3 * low.width() * low.height(); i++) {
      int x = i / 3 % low.width();
      int y = i / 3 / low.width();
      changed += Math.abs(low.sample(x, y, i % 3) - high.sample(x, y, i % 3)) > 2 ? 1 : 0;
    }
    return changed;
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HAIR_CURL", "NECK_LINES", "CHIN_REDNESS"})
  void component_atItsExtremes_changesThePictureVisibly(ColourComponent component) {
    assertThat(changed(HairStyle.SHORT, BeardStyle.GOATEE, component)).isGreaterThan(3);
  }

  @Test
  void rednessOfTheChin_withoutABeardOverIt_changesThePictureVisibly() {
    assertThat(changed(HairStyle.SHORT, BeardStyle.NONE, ColourComponent.CHIN_REDNESS))
        .isGreaterThan(3);
  }

  @Test
  void curl_ofLongHair_changesThePictureVisibly() {
    assertThat(changed(HairStyle.LONG, BeardStyle.GOATEE, ColourComponent.HAIR_CURL))
        .isGreaterThan(20);
  }

  @Test
  void components_areManyAndNamed() {
    assertThat(ColourComponent.values()).hasSizeGreaterThanOrEqualTo(60);
  }
}
