package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.scene.FaceDomain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotographedPartsTest {
  private static final Map<String, Stage> STAGES =
      Map.of(
          "pie",
          new Stage.MultiPie(
              new GeneratorSpec(FaceDomain.GRAPHICS, 3, 1),
              null,
              List.of(-15, 0, 30),
              List.of(0, 7)),
          "embeddings",
          new Stage.Embed("recogniser", "multipie-rendered", "pie", true),
          "found",
          new Stage.Search("embeddings"),
          "others",
          new Stage.Embed("recogniser", "multipie-kortylewski", null, true),
          "elsewhere",
          new Stage.Search("others"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "found",
        "found/yaw0",
        "found/yaw15",
        "found/yaw-15",
        "found/yaw30-light07",
        "found/light00",
        "found/own-side",
        "elsewhere/yaw45"
      })
  void checkMetrics_ofAPartThatThereMayBe_letsItThrough(String report) {
    assertThatCode(() -> check(report)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "found/yaw45",
        "found/yaw-30",
        "found/light01",
        "found/yaw0-light01",
        "found/yaw45-light07"
      })
  void checkMetrics_ofAYawOrShotThatNobodyTook_isAnErrorThatNamesThose(String report) {
    assertThatThrownBy(() -> check(report))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "gates/g/metric: expected a part of what stage 'pie' photographs, yaws [-15, 0, 30] in"
                + " shots [0, 7], got %s.rank-1",
            report);
  }

  private static void check(String report) {
    StageMetric metric = StageMetric.parse("metric", report + ".rank-1");
    StageGraph.checkMetrics("gates/g/metric", List.of(metric), STAGES);
  }
}
