package org.facerepro.face.render;

import java.util.Arrays;
import java.util.function.Consumer;
import org.facerepro.core.Require;
import org.facerepro.face.model.Coefficients;
import org.facerepro.image.RgbImage;

/**
 * The buffers in which one worker draws pictures of a morphable model. Subjects are seated in
 * groups and their faces computed in batches; how they are grouped changes no bit. About {@code 64
 * · 12 V} bytes for V vertices.
 *
 * <p>Reused; not thread-safe.
 */
public final class ModelStudio {
  /** Subjects whose shape and colour are computed together. */
  static final int GROUP = 16;

  /** Faces whose expressions are computed together. */
  static final int BATCH = 32;

  private final ModelGenerator generator;
  private final ModelSpec spec;
  private final ModelPlan plan;
  private final PackedModel model;
  private final ViewMesh mesh;
  private final FacePainter painter;
  private final StageTimes times = new StageTimes();
  private final byte[] background;

  private int firstSeated;
  private double[][] shapes = new double[0][];
  private double[][] colours = new double[0][];
  private float[] neutral = new float[0];
  private float[] albedo = new float[0];
  private float[] faces = new float[0];

  ModelStudio(ModelGenerator generator) {
    this.generator = generator;
    spec = generator.spec();
    plan = generator.plan();
    model = generator.packed();
    mesh = new ViewMesh(model.triangles, model.vertices);
    painter =
        new FacePainter(
            mesh, spec.width(), spec.height(), generator.rasterKernel(), spec.colours());
    background = new byte[RgbImage.CHANNELS * spec.width() * spec.height()];
    for (int i = 0; i < background.length; i++) {
      background[i] = (byte) (spec.background() >> (8 * (2 - i % RgbImage.CHANNELS)));
    }
  }

  /** Returns how long the stages took so far. */
  public StageTimes times() {
    return times;
  }

  /**
   * Draws all samples of some subjects, in order.
   *
   * @param first number of the first subject
   * @param count how many subjects; multiples of 16 are fastest
   * @param sink takes each picture as it is ready
   * @throws org.facerepro.core.InvalidValueException if the specification has no such subjects
   */
  public void draw(int first, int count, Consumer<ModelPicture> sink) {
    Require.between("first", first, 0, spec.subjects() - 1L);
    Require.between("count", count, 0, spec.subjects() - (long) first);
    for (int from = first; from < first + count; from += GROUP) {
      int seated = Math.min(GROUP, first + count - from);
      seat(from, seated);
      long all = (long) seated * spec.samples();
      for (long at = 0; at < all; at += BATCH) {
        batch(at, (int) Math.min(BATCH, all - at), sink);
      }
    }
  }

  /**
   * Draws some samples of one subject, in order; the bits are those of {@link #draw(int, int,
   * Consumer)}.
   *
   * @param subject number of the subject
   * @param first number of the first sample
   * @param end number after the last
   * @param sink takes each picture as it is ready
   * @throws org.facerepro.core.InvalidValueException if the specification has no such pictures
   */
  public void draw(int subject, int first, int end, Consumer<ModelPicture> sink) {
    Require.between("subject", subject, 0, spec.subjects() - 1L);
    Require.between("first", first, 0, spec.samples() - 1L);
    Require.between("end", end, first, spec.samples());
    seat(subject, 1);
    for (int at = first; at < end; at += BATCH) {
      batch(at, Math.min(BATCH, end - at), sink);
    }
  }

  private void batch(long at, int n, Consumer<ModelPicture> sink) {
    int[] places = new int[n];
    int[] samples = new int[n];
    for (int i = 0; i < n; i++) {
      places[i] = (int) ((at + i) / spec.samples());
      samples[i] = (int) ((at + i) % spec.samples());
    }
    double[][] expressions = express(places, samples);
    for (int i = 0; i < n; i++) {
      sink.accept(paint(places[i], samples[i], expressions[i], i));
    }
  }

  ModelPicture picture(int subject, int sample) {
    Require.between("sample", sample, 0, spec.samples() - 1L);
    int[] places = {subject - firstSeated};
    double[][] expressions = express(places, new int[] {sample});
    return paint(places[0], sample, expressions[0], 0);
  }

  /** Computes shape and colour of some subjects. */
  void seat(int first, int count) {
    times.begin();
    firstSeated = first;
    shapes = new double[count][];
    colours = new double[count][];
    for (int i = 0; i < count; i++) {
      shapes[i] = plan.shape(first + i, model.shape.components());
      colours[i] = plan.colour(first + i, model.colour.components());
    }
    times.end(RenderStage.DRAWS);
    int[] mean = new int[padded(count)];
    neutral = room(neutral, count);
    albedo = room(albedo, count);
    model.shape.instances(
        scaled(shapes, model.shape), mean.length, model.meanPositions, mean, neutral);
    model.colour.instances(
        scaled(colours, model.colour), mean.length, model.meanColours, mean, albedo);
    LinearRamp.apply(model.encoding, albedo, 0, count * model.stride());
    times.end(RenderStage.INSTANCE);
  }

  private double[][] express(int[] places, int[] samples) {
    times.begin();
    double[][] expressions = new double[places.length][];
    for (int i = 0; i < places.length; i++) {
      expressions[i] =
          plan.expression(firstSeated + places[i], samples[i], model.expression.components());
    }
    times.end(RenderStage.DRAWS);
    faces = room(faces, places.length);
    int[] bases = Arrays.copyOf(places, padded(places.length));
    model.expression.instances(
        scaled(expressions, model.expression), bases.length, neutral, bases, faces);
    times.end(RenderStage.INSTANCE);
    return expressions;
  }

  private static int padded(int count) {
    int unit = InstanceKernel.SAMPLES;
    return (count + unit - 1) / unit * unit;
  }

  private float[] room(float[] buffer, int count) {
    int size = Math.multiplyExact(padded(count), model.stride());
    return buffer.length >= size ? buffer : new float[size];
  }

  private static float[] scaled(double[][] coefficients, PackedSpace space) {
    int depth = space.components();
    float[] out = new float[padded(coefficients.length) * depth];
    for (int i = 0; i < coefficients.length; i++) {
      for (int k = 0; k < Math.min(depth, coefficients[i].length); k++) {
        out[i * depth + k] = (float) (coefficients[i][k] * space.deviation()[k]);
      }
    }
    return out;
  }

  private ModelPicture paint(int place, int sample, double[] expression, int face) {
    times.begin();
    ModelShot shot = plan.shot(firstSeated + place, sample);
    times.end(RenderStage.DRAWS);
    mesh.take(faces, face * model.stride());
    ViewPose pose = generator.framer().framed(shot, mesh);
    boolean outside = mesh.project(pose);
    times.end(RenderStage.PROJECTION);
    mesh.computeNormals();
    times.end(RenderStage.NORMALS);
    RgbImage behind = shot.background();
    byte[] samples = behind == null ? background.clone() : behind.toBytes();
    painter.paint(pose, outside, shot.light(), albedo, place * model.stride(), samples, times);
    return new ModelPicture(
        firstSeated + place,
        sample,
        RgbImage.takeOver(spec.width(), spec.height(), samples),
        new Coefficients(shapes[place], colours[place], expression),
        shot.turn(),
        pose,
        shot.light());
  }
}
