package org.facerepro.face.render;

import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;
import org.facerepro.face.model.MorphableModel;

/**
 * Pictures of a morphable model: each subject has its shape and colour, each sample its expression,
 * pose and light. The same seed gives the same bytes on any number of threads and in any order, and
 * no subject depends on another.
 *
 * <p>Immutable and thread-safe; holds a second copy of the model's spaces in the order that
 * instances are computed in.
 */
public final class ModelGenerator {
  private final MorphableModel model;
  private final ModelSpec spec;
  private final ModelPlan plan;
  private final PackedModel packed;
  private final Framer framer;
  private final RasterKernel rasterKernel;

  /**
   * Prepares a model.
   *
   * @throws InvalidValueException if the model lacks the landmarks that centring needs
   */
  public ModelGenerator(MorphableModel model, ModelSpec spec, Seed seed) {
    this(model, spec, seed, InstanceKernels.fastest(), RasterKernels.fastest());
  }

  /**
   * Prepares a model whose subjects and scenes follow a plan; of the specification hold the counts,
   * the size, the centring and the background's colour.
   *
   * @throws InvalidValueException if the model lacks the landmarks that centring needs
   */
  public ModelGenerator(MorphableModel model, ModelSpec spec, ModelPlan plan) {
    this(model, spec, plan, InstanceKernels.fastest(), RasterKernels.fastest());
  }

  ModelGenerator(
      MorphableModel model,
      ModelSpec spec,
      Seed seed,
      InstanceKernel kernel,
      RasterKernel rasterKernel) {
    this(model, spec, new ModelDraws(spec, seed), kernel, rasterKernel);
  }

  private ModelGenerator(
      MorphableModel model,
      ModelSpec spec,
      ModelPlan plan,
      InstanceKernel kernel,
      RasterKernel rasterKernel) {
    this.rasterKernel = rasterKernel;
    this.model = model;
    this.spec = spec;
    this.plan = plan;
    packed = new PackedModel(model, kernel);
    framer = new Framer(model, spec.centring(), spec.width(), spec.height());
  }

  public MorphableModel model() {
    return model;
  }

  public ModelSpec spec() {
    return spec;
  }

  ModelPlan plan() {
    return plan;
  }

  PackedModel packed() {
    return packed;
  }

  RasterKernel rasterKernel() {
    return rasterKernel;
  }

  Framer framer() {
    return framer;
  }

  /** Returns fresh buffers for one worker that draws many subjects. */
  public ModelStudio newStudio() {
    return new ModelStudio(this);
  }

  /**
   * Returns one subject, with buffers of its own.
   *
   * @throws InvalidValueException if the specification has no such subject
   */
  public ModelSubject subject(int subject) {
    Require.between("subject", subject, 0, spec.subjects() - 1L);
    return new ModelSubject(newStudio(), subject);
  }
}
