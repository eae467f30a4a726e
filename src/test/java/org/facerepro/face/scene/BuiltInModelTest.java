package org.facerepro.face.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.facerepro.core.EnumNames;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.model.Coefficients;
import org.facerepro.face.model.ColourEncoding;
import org.facerepro.face.model.LinearModel;
import org.facerepro.face.model.LinearSpace;
import org.facerepro.face.model.ModelFiles;
import org.facerepro.face.model.MorphableModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInModelTest {
  private static final HeadModel HEAD = new HeadModel();
  private static final MorphableModel MODEL = BuiltInModel.of(HEAD);
  private static final double[] NONE = new double[0];

  private static double[] one(LinearSpace space, String name, double value) {
    double[] coefficients = new double[space.components()];
    coefficients[space.names().indexOf(name)] = value;
    return coefficients;
  }

  private static double[] colours(String component, double value) {
    return MODEL.colours(new Coefficients(NONE, one(MODEL.colour(), component, value), NONE));
  }

  @ParameterizedTest
  @EnumSource(
      value = ShapeComponent.class,
      names = {"FACE_WIDTH", "NOSE_LENGTH", "CHIN_PROJECTION"})
  void positions_ofOneShapeComponent_areThoseOfTheHead(ShapeComponent component) {
    String name = EnumNames.of(component);
    Coefficients face = new Coefficients(one(MODEL.shape(), name, 1), NONE, NONE);
    float[] head = HEAD.shaped(BuiltInModel.subject(0, Map.of(component, 1.0), Map.of()));
    assertClose(MODEL.positions(face), head, 0.05);
  }

  @Test
  void positions_ofAnExpression_areThoseOfTheHead() {
    float[] head = HEAD.shaped(BuiltInModel.subject(0, Map.of(), Map.of()));
    HEAD.express(head, Map.of(ExpressionComponent.JAW_OPEN, 1.0));
    double[] jaw = one(MODEL.expression(), "jaw-open", 1);
    assertClose(MODEL.positions(new Coefficients(NONE, NONE, jaw)), head, 1e-3);
  }

  private static void assertClose(double[] actual, float[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(tolerance));
    }
  }

  @Test
  void colours_ofDarkerSkin_areDarkerInEveryPlaceOfTheCheeks() {
    double[] dark = colours("skin-tone", 1);
    double[] fair = colours("skin-tone", -1);
    assertThat(MODEL.regions().get("left-cheek").stream())
        .allSatisfy(v -> assertThat(dark[3 * v]).isLessThan(fair[3 * v]));
  }

  @Test
  void colours_ofDarkerBrows_changeBrowsAndLeaveTheChin() {
    double[] change = colours("brow-darkness", 1);
    double[] mean = MODEL.colours(Coefficients.MEAN);
    assertThat(MODEL.regions().get("chin").stream())
        .allSatisfy(v -> assertThat(change[3 * v]).isEqualTo(mean[3 * v]));
    assertThat(MODEL.regions().get("left-brow").stream())
        .anySatisfy(v -> assertThat(change[3 * v]).isLessThan(mean[3 * v] - 0.01));
  }

  @Test
  void landmarks_haveTheNamesOfFileModels() {
    assertThat(MODEL.landmarks())
        .containsKeys("multipie68.00", "multipie68.67", "center.nose.tip", "left.lips.corner");
  }

  @Test
  void card_ofTheBuiltInHead_hasNoFileAndTellsWhatRealFacesDid() {
    assertThat(MODEL.card().sha256()).isNull();
    assertThat(MODEL.card().realDataUse()).startsWith("none in the model");
    assertThat(MODEL.card().counts().shape()).isEqualTo(ShapeComponent.values().length);
  }

  @Test
  void colour_ofTheSameHeadWithoutColours_bringsThemBack() {
    float[] grey = new float[3 * MODEL.vertexCount()];
    Arrays.fill(grey, 0.5f);
    LinearModel plain =
        LinearModel.copyOf(MODEL)
            .colour(LinearSpace.constant(grey), ColourEncoding.LINEAR)
            .regions(Map.of())
            .build();
    MorphableModel coloured = BuiltInModel.colour(plain, MODEL);
    double[] tone = one(MODEL.colour(), "skin-tone", 1);
    Coefficients face = new Coefficients(NONE, tone, NONE);
    double[] expected = MODEL.colours(face);
    double[] actual = coloured.colours(face);
    assertThat(MODEL.regions().get("forehead").stream())
        .allSatisfy(v -> assertThat(actual[3 * v]).isCloseTo(expected[3 * v], within(1e-3)));
  }

  @Test
  void colour_ofIctFaceKit_paintsSkinAndLeavesTeeth() {
    String data = System.getenv("FACEREPRO_DATA");
    assumeTrue(data != null, "FACEREPRO_DATA names no folder with real data");
    Path file = Path.of(String.valueOf(data), "ict-facekit", "ict-facekit-facexmodel.tar.xz");
    assumeTrue(Files.exists(file), file + " is not there");
    MorphableModel coloured = BuiltInModel.colour(ModelFiles.read(file), MODEL);
    int tone = coloured.colour().names().indexOf("skin-tone");
    int nose = coloured.landmarks().getOrDefault("center.nose.tip", 0);
    int tooth = coloured.regions().get("teeth").stream().findFirst().orElseThrow();
    assertThat(coloured.colour().basis(3 * nose, tone)).isLessThan(-0.05f);
    assertThat(coloured.colour().basis(3 * tooth, tone)).isZero();
  }
}
