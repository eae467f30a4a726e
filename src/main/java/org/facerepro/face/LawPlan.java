package org.facerepro.face;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.ComponentControl.Family;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.Controls;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Laws;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.render.HeadTurn;
import org.facerepro.face.render.ModelPlan;
import org.facerepro.face.render.ModelShot;
import org.facerepro.face.render.PinholeCamera;
import org.facerepro.face.render.SphericalLight;
import org.facerepro.face.scene.Backdrop;
import org.facerepro.face.scene.BackgroundFolder;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.MotionBlur;
import org.facerepro.face.scene.Reframing;
import org.facerepro.face.scene.SensorModel;
import org.facerepro.image.RgbImage;
import org.jspecify.annotations.Nullable;

/**
 * Draws subjects and scenes of a model's pictures by the laws of a specification. What a plan calls
 * a subject is a form of one in a sweep, by its number ({@link SubjectForms}).
 */
final class LawPlan implements ModelPlan {
  /** Chance of a named expression to take part in a picture, and its strength; our choice. */
  private static final double MOVES = 0.1;

  private static final double STRONGEST = 0.7;
  private static final Seed NOISE = new Seed(0x6261636b64726f70L);

  private static final SensorModel.Exposure CLEAN =
      new SensorModel.Exposure(Rgb.of(1, 1, 1), MotionBlur.NONE, 0, 0, 1);

  private final GeneratorSpec spec;
  private final Laws laws;
  private final Seed seed;
  private final SubjectForms forms;

  /** Which try of each subject keeps the minimum distance; none without one. */
  private final int[] tries;

  private final ModelComponents shape;
  private final ModelComponents colour;
  private final ModelComponents expression;
  private final boolean blendShapes;

  /** The component that closes the lips over an open jaw, and that of the jaw; -1 if missing. */
  private final int closing;

  private final int jaw;
  private final Backdrop backdrop;
  private final @Nullable MeasuredLights lights;
  private final SensorModel sensor = new SensorModel();

  /**
   * Prepares the draws.
   *
   * @throws org.facerepro.core.InvalidValueException if a law or a sweep is of a component that the
   *     model does not have
   */
  LawPlan(
      GeneratorSpec spec,
      MorphableModel model,
      Seed seed,
      BackgroundFolder backgrounds,
      @Nullable MeasuredLights lights) {
    this.spec = spec;
    this.lights = lights;
    this.laws = spec.lawsInForce();
    this.seed = seed;
    this.forms = SubjectForms.of(spec);
    Set<Control> set = new HashSet<>();
    spec.laws().keySet().forEach(name -> set.add(Controls.named("laws/" + name, name)));
    spec.sweep().forEach(axis -> set.add(Controls.named("sweep", axis.control())));
    shape = components(model, Family.SHAPE, set);
    colour = components(model, Family.COLOUR, set);
    expression = components(model, Family.EXPRESSION, set);
    blendShapes = isNamed(expression.names());
    closing = expression.blendShape("mouthclose");
    jaw = expression.blendShape("jawopen");
    backdrop = new Backdrop(new NoiseBank(NOISE), backgrounds);
    Double distance = spec.minimumDistance();
    tries =
        distance == null
            ? new int[0]
            : SubjectSpacing.choose(spec.subjects(), distance, this::candidate);
  }

  private SubjectSpacing.Candidate candidate(int subject, int attempt) {
    Draws draws = new Draws(laws, traits(subject, attempt));
    double[] bent = shape(draws);
    double[] painted = colour(draws);
    float[] own = new float[bent.length + painted.length];
    for (int k = 0; k < own.length; k++) {
      own[k] = (float) (k < bent.length ? bent[k] : painted[k - bent.length]);
    }
    return new SubjectSpacing.Candidate(attempt, own);
  }

  /** Returns whether expressions have names, and so strengths from 0 to 1, not numbers alone. */
  static boolean isNamed(List<String> names) {
    return !names.stream().allMatch(name -> name.matches(".*\\d{3,}"));
  }

  private static ModelComponents components(MorphableModel model, Family family, Set<Control> set) {
    return ModelComponents.of(model, family, ModelComponents.set(family, set));
  }

  /** Returns the forms of the subjects. */
  SubjectForms forms() {
    return forms;
  }

  private Draws subjectDraws(int form) {
    int subject = forms.subject(form);
    Seed own = traits(subject, subject < tries.length ? tries[subject] : 0);
    return new Draws(laws, own, forms.fixed(form));
  }

  private Seed traits(int subject, int attempt) {
    Seed own = seed.child(subject);
    return (attempt == 0 ? own : own.child("try").child(attempt)).child("traits");
  }

  Draws sampleDraws(int form, int sample) {
    Seed own = seed.child(forms.subject(form));
    return new Draws(laws, own.child("sample").child(sample), spec.swept(sample));
  }

  @Override
  public double[] shape(int subject, int components) {
    return shape(subjectDraws(subject));
  }

  private double[] shape(Draws draws) {
    return identity(shape, draws, FaceControl.SHAPE_SCALE, AppearancePart.SHAPE_IDENTITY);
  }

  @Override
  public double[] colour(int subject, int components) {
    return colour(subjectDraws(subject));
  }

  private double[] colour(Draws draws) {
    return identity(colour, draws, FaceControl.COLOUR_SCALE, AppearancePart.PAINTED_IDENTITY);
  }

  private static double[] identity(
      ModelComponents components, Draws draws, FaceControl scale, AppearancePart part) {
    double factor = draws.lacks(part) ? 0 : draws.value(scale);
    double[] values = new double[components.size()];
    for (int k = 0; k < values.length; k++) {
      double usual = factor * draws.rng(components.stream(k)).nextGaussian();
      values[k] = components.value(draws, k, usual);
    }
    return values;
  }

  @Override
  public double[] expression(int subject, int sample, int components) {
    Draws draws = sampleDraws(subject, sample);
    double factor = draws.value(FaceControl.EXPRESSION_SCALE);
    double[] values = new double[expression.size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = expression.value(draws, k, factor * usual(draws, k));
    }
    if (closing >= 0 && jaw >= 0) {
      double most = Math.max(0, Math.min(values[closing], values[jaw]));
      values[closing] = expression.value(draws, closing, most);
    }
    return values;
  }

  private double usual(Draws draws, int k) {
    var rng = draws.rng(expression.stream(k));
    if (!blendShapes) {
      return rng.nextGaussian();
    }
    return rng.chance(MOVES) ? rng.uniform(0, STRONGEST) : 0;
  }

  @Override
  public ModelShot shot(int subject, int sample) {
    Draws draws = sampleDraws(subject, sample);
    return scene(draws).before(background(draws));
  }

  /** Draws all but the background. */
  ModelShot scene(Draws draws) {
    HeadTurn turn =
        new HeadTurn(
            draws.value(FaceControl.POSE_YAW),
            draws.value(FaceControl.POSE_PITCH),
            draws.value(FaceControl.POSE_ROLL));
    PinholeCamera camera = camera(draws.value(FaceControl.CAMERA_DISTANCE));
    ModelShot shot = ModelShot.of(turn, camera, light(draws));
    Reframing after = Reframing.draw(draws);
    int size = spec.framing().size();
    return shot.moved(after.focalScale(), after.right() * size, after.down() * size);
  }

  private SphericalLight light(Draws draws) {
    MeasuredLights measured = lights;
    if (measured != null) {
      return measured.draw(draws);
    }
    ModelLight light = spec.light() == null ? ModelLight.SCENE : spec.light();
    return ModelLighting.draw(light, draws, spec.domain() == FaceDomain.PROXY_REAL);
  }

  /** Returns a camera whose lens keeps the head's size at every distance. */
  static PinholeCamera camera(double distance) {
    PinholeCamera usual = PinholeCamera.STANDARD;
    return new PinholeCamera(
        usual.focalLength() * distance / usual.distance(),
        usual.sensorWidth(),
        usual.principalX(),
        usual.principalY(),
        distance,
        usual.near(),
        2 * Math.max(distance, usual.far()));
  }

  private RgbImage background(Draws draws) {
    int size = spec.framing().size();
    float[] behind = new float[4 * size * size];
    if (draws.lacks(AppearancePart.BACKGROUND)) {
      Backdrop.plain(behind, size);
    } else {
      backdrop.fill(
          behind,
          size,
          new float[4 * GeneratorSpec.SIZE * GeneratorSpec.SIZE],
          draws.rng("backdrop"));
    }
    return sensor.expose(behind, new float[0], size, CLEAN, new Seed(0).rng());
  }

  /** Returns the drawn controls of a picture but the coefficients, which stand elsewhere. */
  Map<String, Double> controls(int subject, Draws sample) {
    Draws traits = subjectDraws(subject);
    traits.value(FaceControl.SHAPE_SCALE);
    traits.value(FaceControl.COLOUR_SCALE);
    sample.value(FaceControl.EXPRESSION_SCALE);
    Map<String, Double> all = new TreeMap<>(traits.drawn());
    all.putAll(sample.drawn());
    return all;
  }
}
