package org.facerepro.face.basel;

import java.util.List;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.face.basel.BaselConfiguration.ControlledFaces;
import org.facerepro.face.basel.BaselConfiguration.IlluminationType;
import org.facerepro.face.basel.BaselConfiguration.ModelPart;
import org.facerepro.face.basel.BaselConfiguration.RandomFaces;
import org.facerepro.face.basel.file.RenderParameters;
import org.facerepro.face.law.Law;
import org.facerepro.face.render.HeadTurn;
import org.facerepro.face.render.ModelPlan;
import org.facerepro.face.render.ModelShot;
import org.facerepro.face.render.PinholeCamera;
import org.facerepro.face.render.SphericalLight;
import org.facerepro.face.scene.BackgroundFolder;
import org.facerepro.image.Resize;
import org.facerepro.image.RgbImage;
import org.jspecify.annotations.Nullable;

/**
 * The subjects and scenes that a configuration of the Basel generator asks for. Every draw has a
 * seed of its own, so a picture depends on its numbers alone, unlike the peer's. Immutable.
 *
 * <p>The peer lifts a face by a negative pitch and shifts it up by a positive y.
 */
public final class BaselPlan implements ModelPlan {
  private final BaselConfiguration configuration;
  private final Seed seed;
  private final PinholeCamera camera;
  private final @Nullable IlluminationPrior prior;
  private final List<RgbImage> backgrounds;

  /**
   * Prepares the draws.
   *
   * @param prior lights to draw from; null where the configuration does not draw from them
   * @param folder pictures behind the faces; none for black
   * @throws SpecException if the configuration asks for what these pictures cannot have
   */
  public BaselPlan(
      BaselConfiguration configuration,
      Seed seed,
      @Nullable IlluminationPrior prior,
      BackgroundFolder folder) {
    this.configuration = configuration;
    this.seed = seed;
    this.camera = BaselCamera.of(configuration);
    this.prior = prior;
    RenderParameters.ImageSize size = configuration.size();
    this.backgrounds =
        folder.pictures().stream()
            .map(picture -> Resize.area(picture, size.width(), size.height()))
            .toList();
    if (configuration.program() instanceof ControlledFaces controlled && !backgrounds.isEmpty()) {
      controlled.grid().backgrounds().forEach(this::background);
    }
    if (prior == null && needsPrior(configuration)) {
      throw new SpecException(
          "illumination-parameters/illumination-type: expected staticFrontal where no illumination"
              + " prior is given");
    }
  }

  /** Returns whether a configuration draws its lights from a prior. */
  public static boolean needsPrior(BaselConfiguration configuration) {
    return configuration.program() instanceof RandomFaces random
        && random.illumination().type() != IlluminationType.STATIC_FRONTAL;
  }

  /** Returns the pictures of each subject. */
  public static int samples(BaselConfiguration configuration) {
    return configuration.program() instanceof ControlledFaces controlled
        ? controlled.grid().size()
        : configuration.model().samples();
  }

  private ModelPart model() {
    return configuration.model();
  }

  @Override
  public double[] shape(int subject, int components) {
    return drawn(seed.child(subject).child("shape"), model().shape(), model().shapeLaw());
  }

  @Override
  public double[] colour(int subject, int components) {
    return drawn(seed.child(subject).child("colour"), model().colour(), model().colourLaw());
  }

  @Override
  public double[] expression(int subject, int sample, int components) {
    if (!model().expressions()) {
      return new double[model().expression()];
    }
    Seed own = sample(subject, sample).child("expression");
    return drawn(own, model().expression(), model().expressionLaw());
  }

  private Seed sample(int subject, int sample) {
    return seed.child(subject).child("sample").child(sample);
  }

  private static double[] drawn(Seed seed, int count, Law law) {
    Rng rng = seed.rng();
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = law.draw(rng);
    }
    return values;
  }

  @Override
  public ModelShot shot(int subject, int sample) {
    Seed own = sample(subject, sample);
    if (configuration.program() instanceof ControlledFaces controlled) {
      return controlled(controlled.grid().point(sample));
    }
    return random((RandomFaces) configuration.program(), own);
  }

  private ModelShot random(RandomFaces program, Seed own) {
    BaselConfiguration.PoseLaws pose = program.pose();
    double factor = value(own, "scaling", pose.scaling());
    return new ModelShot(
        turn(
            value(own, "yaw", pose.yaw()),
            value(own, "pitch", pose.pitch()),
            value(own, "roll", pose.roll())),
        BaselCamera.zoomed(camera, factor),
        light(program.illumination(), own.child("light").rng()),
        1,
        value(own, "x", pose.shiftX()),
        -value(own, "y", pose.shiftY()),
        backgrounds.isEmpty()
            ? null
            : backgrounds.get(own.child("background").rng().nextInt(backgrounds.size())));
  }

  private static double value(Seed own, String name, Law law) {
    return law.draw(own.child(name).rng());
  }

  private static HeadTurn turn(double yaw, double pitch, double roll) {
    return new HeadTurn(whole(yaw), whole(-pitch), whole(roll));
  }

  /** Takes whole turns off. */
  private static double whole(double degrees) {
    return degrees % 360;
  }

  private SphericalLight light(BaselConfiguration.Illumination how, Rng rng) {
    IlluminationPrior lights = prior;
    SphericalLight light =
        lights == null || how.type() == IlluminationType.STATIC_FRONTAL
            ? LightChanges.frontal()
            : how.type() == IlluminationType.EMPIRICAL ? lights.empirical(rng) : lights.normal(rng);
    // The peer takes colour away last, and some of the energy with it.
    if (configuration.semantics() == Semantics.EFFECTIVE) {
      return grey(how, energy(how, light));
    }
    return energy(how, grey(how, light));
  }

  private static SphericalLight grey(BaselConfiguration.Illumination how, SphericalLight light) {
    return how.noColour() ? LightChanges.grey(light) : light;
  }

  private static SphericalLight energy(BaselConfiguration.Illumination how, SphericalLight light) {
    return how.energy().map(energy -> LightChanges.energy(light, energy)).orElse(light);
  }

  private ModelShot controlled(ControlledGrid.Point point) {
    ModelShot shot =
        ModelShot.of(
            turn(point.yaw(), point.pitch(), point.roll()),
            camera,
            LightChanges.controlled(point.light()));
    return backgrounds.isEmpty()
        ? shot
        : shot.before(backgrounds.get(background(point.background())));
  }

  private int background(double number) {
    int index = (int) Math.round(number);
    if (index < 0 || index >= backgrounds.size()) {
      throw new SpecException(
          "background-variation/back-range: expected numbers from 0 to %d, as there are pictures"
                  .formatted(backgrounds.size() - 1)
              + ", got "
              + index);
    }
    return index;
  }
}
