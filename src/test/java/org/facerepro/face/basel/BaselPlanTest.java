package org.facerepro.face.basel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    return new RandomFaces(
        new Illumination(type, "none", false, energy, RenderParameters.DirectionalLight.OFF),
        new PoseLaws(
            new Law.Uniform(-90, 90),
            constant(12),
            constant(3),
            constant(5),
            constant(7),
            constant(1.2)));
  }

  private static BaselConfiguration configuration(Program program, boolean expressions, double z) {
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
        List.of());
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
    for (double c : plan.shot(0, 0).light().toArray()) {
      sum += c * c;
    }
    assertThat(sum).isCloseTo(6.33, within(1e-9));
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
      assertThat(facing).isGreaterThan(light.shade(0, 0, 0, 1));
      assertThat(light.shade(0, -x, -y, -0.5)).isLessThan(light.shade(0, 0, 0, 1));
      assertThat(facing).isCloseTo(0.5 + 0.5 * (0.25 + 0.5), within(1e-6));
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
