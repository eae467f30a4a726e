package org.facerepro.face.scene;

import static java.util.Objects.requireNonNull;
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

  private static float[] head(
      Map<ShapeComponent, Double> shape, Map<ExpressionComponent, Double> expression) {
    float[] positions = HEAD.shaped(BuiltInModel.subject(0, shape, Map.of()));
    HEAD.express(positions, expression);
    return positions;
  }

  @ParameterizedTest
  @EnumSource(
      value = ShapeComponent.class,
      names = {"FACE_WIDTH", "NOSE_LENGTH", "CHIN_PROJECTION"})
  void positions_betweenBothSidesOfAComponent_differAsThoseOfTheHead(ShapeComponent component) {
    String name = EnumNames.of(component);
    double[] more = MODEL.positions(new Coefficients(one(MODEL.shape(), name, 1), NONE, NONE));
    double[] less = MODEL.positions(new Coefficients(one(MODEL.shape(), name, -1), NONE, NONE));
    assertDifference(
        more,
        less,
        head(Map.of(component, 1.0), Map.of()),
        head(Map.of(component, -1.0), Map.of()));
  }

  @Test
  void positions_ofAnExpression_differFromRestAsThoseOfTheHead() {
    double[] jaw = one(MODEL.expression(), "jaw-open", 1);
    assertDifference(
        MODEL.positions(new Coefficients(NONE, NONE, jaw)),
        MODEL.positions(Coefficients.MEAN),
        head(Map.of(), Map.of(ExpressionComponent.JAW_OPEN, 1.0)),
        head(Map.of(), Map.of()));
  }

  private static void assertDifference(
      double[] more, double[] less, float[] headMore, float[] headLess) {
    assertThat(more).hasSameSizeAs(headMore);
    for (int i = 0; i < more.length; i++) {
      assertThat(more[i] - less[i]).isCloseTo(headMore[i] - headLess[i], within(1e-3));
    }
  }

  @Test
  void positions_ofTheMeanSkin_areThoseOfTheHead() {
    double[] mean = MODEL.positions(Coefficients.MEAN);
    float[] head = head(Map.of(), Map.of());
    for (int i = 0; i < 3 * HEAD.mesh().skinEnd(); i++) {
      assertThat(mean[i]).isCloseTo(head[i], within(1e-4));
    }
  }

  @Test
  void colours_ofDarkerSkin_areDarkerInEveryPlaceOfTheCheeks() {
    double[] dark = colours("skin-tone", 1);
    double[] fair = colours("skin-tone", -1);
    assertThat(requireNonNull(MODEL.regions().get("left-cheek")).stream())
        .allSatisfy(v -> assertThat(dark[3 * v]).isLessThan(fair[3 * v]));
  }

  @Test
  void colours_ofDarkerBrows_changeBrowsAndLeaveTheChin() {
    double[] change = colours("brow-darkness", 1);
    double[] mean = MODEL.colours(Coefficients.MEAN);
    assertThat(requireNonNull(MODEL.regions().get("chin")).stream())
        .allSatisfy(v -> assertThat(change[3 * v]).isEqualTo(mean[3 * v]));
    assertThat(requireNonNull(MODEL.regions().get("left-brow")).stream())
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
    assertThat(requireNonNull(MODEL.regions().get("forehead")).stream())
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
    int tooth = requireNonNull(coloured.regions().get("teeth")).stream().findFirst().orElseThrow();
    assertThat(coloured.colour().basis(3 * nose, tone)).isLessThan(-0.05f);
    assertThat(coloured.colour().basis(3 * tooth, tone)).isZero();
  }
}
