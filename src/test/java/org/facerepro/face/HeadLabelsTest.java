package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.core.StrictYaml;
import org.facerepro.face.head.Segment;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.face.truth.AttributeLabel;
import org.facerepro.face.truth.AttributeLabels;
import org.facerepro.face.truth.FaceAttribute;
import org.facerepro.face.truth.HeadFacts;
import org.facerepro.face.truth.HeadTruth;
import org.facerepro.face.truth.LabelMap;
import org.facerepro.face.truth.TruthFiles;
import org.facerepro.face.truth.TruthKind;
import org.facerepro.face.truth.TruthMaps;
import org.facerepro.face.truth.TruthPart;
import org.junit.jupiter.api.Test;

/** Labels of subjects just across a threshold, and where eyes look. */
class HeadLabelsTest {
  private static FaceGenerator generator(String laws) {
    String text =
        """
        domain: graphics
        subjects: 1
        samplesPerSubject: 1
        size: 256
        without: [headwear, occluders, glasses]
        where: {hair: [short, swept, side-parted]}
        laws: {subject.greyness: 0, expression.scale: 0, %s}
        """
            .formatted(laws);
    return new FaceGenerator(
        StrictYaml.parse(text, "s.yaml").as(GeneratorSpec.class), new Seed(11));
  }

  private static AttributeLabels labels(String laws) {
    SubjectGenerator subject = generator(laws).subject(0);
    GeneratedFace face = subject.sample(0);
    return AttributeLabels.of(HeadFacts.of(face.parameters(), subject.view()));
  }

  @Test
  void hair_lightenedAcrossTheThreshold_isBrownAsItIsDrawn() {
    AttributeLabels plain = labels("subject.hairDarkness: 0.86, colour.hair-lightness: 0");
    AttributeLabels light = labels("subject.hairDarkness: 0.86, colour.hair-lightness: 0.2");
    assertThat(plain.get(FaceAttribute.BLACK_HAIR)).isEqualTo(AttributeLabel.YES);
    assertThat(light.get(FaceAttribute.BLACK_HAIR)).isEqualTo(AttributeLabel.NO);
    assertThat(light.get(FaceAttribute.BROWN_HAIR)).isEqualTo(AttributeLabel.YES);
  }

  @Test
  void skin_darkenedAcrossTheThreshold_isDarkAsItIsDrawn() {
    AttributeLabels plain = labels("subject.melanin: 0.54, colour.melanin: 0");
    AttributeLabels dark = labels("subject.melanin: 0.54, colour.melanin: 0.5");
    assertThat(plain.get(FaceAttribute.DARK_SKIN)).isEqualTo(AttributeLabel.NO);
    assertThat(dark.get(FaceAttribute.DARK_SKIN)).isEqualTo(AttributeLabel.YES);
  }

  @Test
  void gaze_ofATurnedHead_holdsWhatTheTurnAdds() {
    JsonNode gaze = gaze("pose.yaw: 40, pose.pitch: -10, gaze.across: 1, gaze.up: 0.25");
    assertThat(gaze.path("across").asDouble()).isEqualTo(-0.05 * 40 + 1, within(1e-6));
    assertThat(gaze.path("up").asDouble()).isEqualTo(-0.05 * -10 + 0.25, within(1e-6));
  }

  private static JsonNode gaze(String laws) {
    SubjectGenerator subject = generator(laws).subject(0);
    GeneratedFace face = subject.sample(0);
    HeadTruthFiles files =
        new HeadTruthFiles(subject.view().model(), List.of(TruthPart.COEFFICIENTS));
    Map<String, byte[]> written = files.of(face.parameters(), subject.view());
    byte[] json = Objects.requireNonNull(written.get(TruthFiles.JSON));
    return Json.read(json, JsonNode.class, "truth").path("gaze");
  }

  @Test
  void gaze_toTheRightAndUp_movesTheIrisesThereInThePicture() {
    String still =
        "pose.yaw: 0, pose.pitch: 0, pose.roll: 0, detector.error: 0, "
            + "shape.eye-openness: 2.5, ";
    double[] left = irises(still + "gaze.across: -2, gaze.up: 0");
    double[] right = irises(still + "gaze.across: 2, gaze.up: 0");
    assertThat(right[0]).isGreaterThan(left[0] + 1);
    double[] high = irises(still + "gaze.across: 0, gaze.up: 2");
    double[] low = irises(still + "gaze.across: 0, gaze.up: -2");
    assertThat(high[1]).isLessThan(low[1] - 0.3);
  }

  /** Returns the middle of all pixels of irises. */
  @SuppressWarnings("EnumOrdinal") // maps hold the numbers of segments
  private static double[] irises(String laws) {
    FaceGenerator generator = generator(laws);
    SubjectGenerator subject = generator.subject(0);
    subject.sample(0);
    LabelMap map =
        new TruthMaps(new HeadTruth(generator.model()).scene(subject.view()))
            .labelled(TruthKind.SEGMENTATION);
    double[] sum = new double[3];
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        if (map.at(x, y) == Segment.IRIS.ordinal()) {
          sum[0] += x;
          sum[1] += y;
          sum[2]++;
        }
      }
    }
    assertThat(sum[2]).as(EnumNames.of(Segment.IRIS)).isPositive();
    return new double[] {sum[0] / sum[2], sum[1] / sum[2]};
  }
}
