package org.facerepro.face.basel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.face.basel.BaselConfiguration.Backgrounds;
import org.facerepro.face.basel.BaselConfiguration.Centring;
import org.facerepro.face.basel.BaselConfiguration.ControlledFaces;
import org.facerepro.face.basel.BaselConfiguration.Defaults;
import org.facerepro.face.basel.BaselConfiguration.Illumination;
import org.facerepro.face.basel.BaselConfiguration.IlluminationType;
import org.facerepro.face.basel.BaselConfiguration.ModelPart;
import org.facerepro.face.basel.BaselConfiguration.PoseLaws;
import org.facerepro.face.basel.BaselConfiguration.Program;
import org.facerepro.face.basel.BaselConfiguration.RandomFaces;
import org.facerepro.face.basel.file.Pair;
import org.facerepro.face.basel.file.RenderParameters;
import org.facerepro.face.basel.file.Triple;
import org.facerepro.face.law.Law;
import org.facerepro.face.render.ModelShot;
import org.facerepro.face.render.SphericalLight;
import org.facerepro.face.scene.BackgroundFolder;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;

class BaselPlanTest {
  private static final Law NORMAL = new Law.Gaussian(0, 1);

  private static Law constant(double value) {
    return new Law.Constant(value);
  }

  private static Program random(IlluminationType type, Optional<Double> energy) {
    return random(type, false, energy);
  }

  private static Program random(IlluminationType type, boolean grey, Optional<Double> energy) {
    return new RandomFaces(
        new Illumination(type, "none", grey, energy, RenderParameters.DirectionalLight.OFF),
        new PoseLaws(
            new Law.Uniform(-90, 90),
            constant(12),
            constant(3),
            constant(5),
            constant(7),
            constant(1.2)));
  }

  private static BaselConfiguration configuration(Program program, boolean expressions, double z) {
    return configuration(program, expressions, z, Semantics.CORRECTED);
  }

  private static BaselConfiguration configuration(
      Program program, boolean expressions, double z, Semantics semantics) {
    return new BaselConfiguration(
        program,
        1,
        "out",
        new Backgrounds(false, "", ""),
        Set.of(),
        new ModelPart(2, 3, "f", 4, 0, 2, NORMAL, NORMAL, NORMAL, expressions),
        Centring.NONE,
        new RenderParameters.ImageSize(64, 64),
        new Defaults(
            new RenderParameters.Pose(1, new Triple(0, 0, z), 0, 0, 0),
            RenderParameters.View.ORIGIN,
            new RenderParameters.Camera(50, new Pair(0.5, 0.25), new Pair(15, 15), 10, 1e6, false),
            RenderParameters.ColorTransform.NEUTRAL),
        List.of(),
        List.of(),
        semantics);
  }

  private static BaselPlan plan(BaselConfiguration configuration, RgbImage... backgrounds) {
    BackgroundFolder folder = new BackgroundFolder(List.of(backgrounds), List.of());
    return new BaselPlan(configuration, new Seed(9), null, folder);
  }

  private static BaselPlan frontal() {
    return plan(
        configuration(random(IlluminationType.STATIC_FRONTAL, Optional.empty()), true, -1000));
  }

  private static RgbImage plain(int level) {
    byte[] samples = new byte[3 * 8 * 8];
    Arrays.fill(samples, (byte) level);
    return RgbImage.takeOver(8, 8, samples);
  }

  @Test
  void shot_ofTheRandomProgram_followsTheLawsWithThePeersSigns() {
    ModelShot shot = frontal().shot(1, 2);
    assertThat(shot.turn().pitch()).isEqualTo(-12);
    assertThat(shot.turn().roll()).isEqualTo(3);
    assertThat(shot.shiftX()).isEqualTo(5);
    assertThat(shot.shiftY()).isEqualTo(-7);
    assertThat(shot.camera().focalLength()).isEqualTo(60);
    assertThat(shot.camera().principalX()).isEqualTo(0.75);
    assertThat(shot.camera().principalY()).isEqualTo(0.375);
    assertThat(shot.camera().distance()).isEqualTo(1000);
    assertThat(shot.background()).isNull();
  }

  @Test
  void draws_areFunctionsOfTheirNumbersAlone() {
    BaselPlan one = frontal();
    BaselPlan other = frontal();
    other.shape(0, 4);
    other.shot(0, 0);
    assertThat(other.shape(1, 4)).isEqualTo(one.shape(1, 4)).hasSize(4);
    assertThat(other.shot(1, 2)).isEqualTo(one.shot(1, 2));
    assertThat(one.shape(0, 4)).isNotEqualTo(one.shape(1, 4));
    assertThat(one.expression(0, 0, 2)).isNotEqualTo(one.expression(0, 1, 2));
  }

  @Test
  void coefficients_ofADimensionOfNone_areNone() {
    assertThat(frontal().colour(0, 50)).isEmpty();
  }

  @Test
  void expression_whereNoneIsAsked_isZero() {
    BaselPlan plan =
        plan(
            configuration(random(IlluminationType.STATIC_FRONTAL, Optional.empty()), false, -1000));
    assertThat(plan.expression(0, 0, 2)).containsExactly(0, 0);
  }

  @Test
  void light_ofFixedEnergy_hasIt() {
    BaselPlan plan =
        plan(
            configuration(random(IlluminationType.STATIC_FRONTAL, Optional.of(6.33)), true, -1000));
    double sum = 0;
    for (double c : LightChanges.measured(plan.shot(0, 0).light())) {
      sum += c * c;
    }
    assertThat(sum).isCloseTo(6.33, within(1e-9));
  }

  private static IlluminationPrior prior() {
    double[] dim = new double[27];
    double[] warm = new double[27];
    Arrays.fill(dim, 0, 1, 0.5);
    Arrays.fill(warm, 0, 2, 1);
    warm[SphericalLight.TERMS] = 0.25;
    return IlluminationPrior.of(List.of(SphericalLight.of(dim), SphericalLight.of(warm)));
  }

  private static BaselPlan plan(Program program, Semantics semantics, RgbImage... backgrounds) {
    return new BaselPlan(
        configuration(program, true, -1000, semantics),
        new Seed(9),
        prior(),
        new BackgroundFolder(List.of(backgrounds), List.of()));
  }

  private static List<SphericalLight> lights(BaselPlan plan, int subjects) {
    return IntStream.range(0, subjects).mapToObj(i -> plan.shot(i, 0).light()).toList();
  }

  @Test
  void light_empirically_isOneOfThePriorsAndEachOfThem() {
    BaselPlan plan =
        plan(random(IlluminationType.EMPIRICAL, Optional.empty()), Semantics.CORRECTED);
    List<SphericalLight> drawn = lights(plan, 40);
    double first = drawn.get(0).toArray()[0];
    assertThat(first).isIn(0.5, 1.0);
    assertThat(Set.copyOf(drawn)).hasSize(2);
  }

  @Test
  void light_ofTheNormalLaw_liesOnTheLineOfTwoLightsAndIsAlwaysAnother() {
    BaselPlan plan =
        plan(random(IlluminationType.MULTIVARIATE_NORMAL, Optional.empty()), Semantics.CORRECTED);
    List<SphericalLight> drawn = lights(plan, 400);
    assertThat(Set.copyOf(drawn)).hasSize(400);
    double sum = 0;
    for (SphericalLight light : drawn) {
      double[] c = light.toArray();
      assertThat(c[1]).isCloseTo((c[0] - 0.5) * 2, within(1e-9));
      assertThat(c[SphericalLight.TERMS]).isCloseTo((c[0] - 0.5) / 2, within(1e-9));
      sum += c[0] / drawn.size();
    }
    // The mean of two lights, and a deviation of 0.35 over 400 draws.
    assertThat(sum).isCloseTo(0.75, within(0.06));
  }

  @Test
  void light_greyAndOfFixedEnergy_hasItCorrectedAndLessEffectively() {
    Program program = random(IlluminationType.EMPIRICAL, true, Optional.of(6.33));
    double corrected = energy(plan(program, Semantics.CORRECTED).shot(0, 0).light());
    double effective = energy(plan(program, Semantics.EFFECTIVE).shot(0, 0).light());
    assertThat(corrected).isCloseTo(6.33, within(1e-9));
    assertThat(effective).isLessThan(4);
  }

  private static double energy(SphericalLight light) {
    return Arrays.stream(LightChanges.measured(light)).map(c -> c * c).sum();
  }

  @Test
  void background_ofTheRandomProgram_isOneOfTheFolderAndEachOfThem() {
    BaselPlan plan =
        plan(
            random(IlluminationType.STATIC_FRONTAL, Optional.empty()),
            Semantics.CORRECTED,
            plain(10),
            plain(200));
    List<Integer> levels = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      RgbImage behind = Objects.requireNonNull(plan.shot(i, 0).background());
      assertThat(behind.width()).isEqualTo(64);
      levels.add(behind.sample(30, 30, 1));
    }
    assertThat(levels).containsOnly(10, 200).contains(10, 200);
    assertThat(Objects.requireNonNull(plan.shot(3, 0).background()).sample(0, 0, 0))
        .isEqualTo(levels.get(3));
  }

  @Test
  void shot_ofTheControlledProgram_isThePointOfTheGrid() {
    ControlledGrid grid =
        new ControlledGrid(
            List.of(0.0, 1.0),
            List.of(-45.0, 45.0),
            List.of(0.0),
            List.of(0.0),
            List.of(-90.0, 0.0));
    BaselPlan plan =
        plan(configuration(new ControlledFaces(grid), false, -1000), plain(10), plain(200));
    ModelShot shot = plan.shot(0, 6);
    assertThat(shot.turn().yaw()).isEqualTo(45);
    RgbImage background = Objects.requireNonNull(shot.background());
    assertThat(background.sample(63, 63, 0)).isEqualTo(200);
    assertThat(shot.light()).isEqualTo(LightChanges.controlled(-90));
    assertThat(plan.shot(1, 6)).isEqualTo(shot);
  }

  @Test
  void background_beyondThePictures_isRefusedWithTheirNumber() {
    ControlledGrid grid =
        new ControlledGrid(List.of(2.0), List.of(0.0), List.of(0.0), List.of(0.0), List.of(0.0));
    BaselConfiguration beyond = configuration(new ControlledFaces(grid), false, -1000);
    assertThatThrownBy(() -> plan(beyond, plain(10), plain(200)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("from 0 to 1");
  }

  @Test
  void controlledLight_isBrightestWhereItsLampStands() {
    for (double angle : new double[] {-90, 0, 90}) {
      SphericalLight light = LightChanges.controlled(angle);
      double around = Math.toRadians(angle + 90);
      double x = Math.sin(Math.PI / 3) * Math.cos(around);
      double y = Math.sin(Math.PI / 3) * Math.sin(around);
      double facing = light.shade(0, x, y, 0.5);
      assertThat(facing).isCloseTo(1, within(1e-12));
      assertThat(light.shade(0, 0, 0, 1)).isCloseTo(0.5 + 0.5 * 0.5, within(1e-12));
      assertThat(light.shade(0, -x, -y, -0.5)).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void camera_behindTheHead_isRefusedWithItsKey() {
    assertThatThrownBy(
            () ->
                plan(
                    configuration(
                        random(IlluminationType.STATIC_FRONTAL, Optional.empty()), true, 10)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("pose-transform/translation");
  }

  @Test
  void lights_fromAPriorThatIsNotGiven_areRefused() {
    assertThatThrownBy(
            () ->
                plan(
                    configuration(
                        random(IlluminationType.EMPIRICAL, Optional.empty()), true, -1000)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("illumination-type");
  }
}
