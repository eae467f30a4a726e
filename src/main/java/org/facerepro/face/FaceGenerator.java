package org.facerepro.face;

import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.face.person.Subject;
import org.facerepro.face.scene.BackgroundFolder;
import org.facerepro.face.scene.HeadModel;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.face.scene.SampleRenderer;
import org.jspecify.annotations.Nullable;

/**
 * The built-in synthetic face generator: no file, no network, the same bytes for the same seed on
 * any number of threads.
 *
 * <p>Immutable and thread-safe; making one costs some tenths of a second, for the head is built by
 * code. Subjects of different domains never coincide, for the domain's name enters their seeds.
 */
public final class FaceGenerator {
  private final GeneratorSpec spec;
  private final SubjectRoster roster;
  private final HeadModel model;
  private final SampleRenderer renderer;
  private final @Nullable MeasuredLights lights;
  private final Seed seed;
  private final Casting casting;

  /**
   * Makes the generator of a specification's faces.
   *
   * @throws InvalidValueException if the minimum distance of subjects cannot be kept
   */
  public FaceGenerator(GeneratorSpec spec, Seed seed) {
    this(spec, seed, BackgroundFolder.NONE, Casting.USUAL);
  }

  /**
   * Makes the generator of a specification's faces before pieces of a folder's pictures.
   *
   * @param casting whom it draws; a number of a subject counts from its first one
   * @throws InvalidValueException if the minimum distance of subjects cannot be kept
   */
  public FaceGenerator(
      GeneratorSpec spec, Seed seed, BackgroundFolder backgrounds, Casting casting) {
    this(spec, seed, backgrounds, null, casting);
  }

  /**
   * Makes the generator of a specification's faces in measured light.
   *
   * @param lights what the specification's light prior holds; null where it names none
   * @throws InvalidValueException if the minimum distance of subjects cannot be kept
   */
  public FaceGenerator(
      GeneratorSpec spec,
      Seed seed,
      BackgroundFolder backgrounds,
      @Nullable MeasuredLights lights,
      Casting casting) {
    this(spec, seed, new HeadModel(), backgrounds, lights, casting);
  }

  private FaceGenerator(
      GeneratorSpec spec,
      Seed seed,
      HeadModel model,
      BackgroundFolder backgrounds,
      @Nullable MeasuredLights lights,
      Casting casting) {
    this(spec, seed, model, new SampleRenderer(model, backgrounds, lights), lights, casting);
  }

  private FaceGenerator(
      GeneratorSpec spec,
      Seed seed,
      HeadModel model,
      SampleRenderer renderer,
      @Nullable MeasuredLights lights,
      Casting casting) {
    spec.requireLights(lights);
    this.lights = lights;
    this.casting = casting;
    this.spec = spec;
    this.seed = seed;
    this.model = model;
    this.renderer = renderer;
    this.roster = new SubjectRoster(spec, seed.child(spec.domain().label()));
  }

  /**
   * Returns the generator of another specification's faces with the same head, seed, backgrounds
   * and measured lights; costs next to nothing.
   *
   * @throws InvalidValueException if the minimum distance of subjects cannot be kept, or the
   *     specification's light prior is not this one's
   */
  public FaceGenerator of(GeneratorSpec other) {
    return new FaceGenerator(other, seed, model, renderer, lights, casting);
  }

  public GeneratorSpec spec() {
    return spec;
  }

  /** Returns the head that all subjects are made of. */
  public HeadModel model() {
    return model;
  }

  /** Returns fresh buffers for one worker. */
  public RenderWorkspace newWorkspace() {
    return new RenderWorkspace(model.layout(), spec.framing());
  }

  /**
   * Returns who subject number {@code index} is, without painting.
   *
   * @throws InvalidValueException if the specification has no such subject, or nobody like that is
   *     found
   */
  public Subject identity(int index) {
    if (index < 0 || index >= spec.subjects()) {
      throw new InvalidValueException(
          "subject", "a number from 0 to " + (spec.subjects() - 1), index);
    }
    return roster.subject(casting.from() + index);
  }

  /**
   * Prepares the pictures of subject number {@code index} with buffers of its own.
   *
   * @throws InvalidValueException if the specification has no such subject
   */
  public SubjectGenerator subject(int index) {
    return subject(index, newWorkspace());
  }

  /**
   * Prepares the pictures of subject number {@code index} with a worker's buffers, which ends the
   * use of the subject that held them before.
   *
   * @throws InvalidValueException if the specification has no such subject
   */
  public SubjectGenerator subject(int index, RenderWorkspace workspace) {
    return new SubjectGenerator(spec, casting, index, identity(index), model, renderer, workspace);
  }
}
