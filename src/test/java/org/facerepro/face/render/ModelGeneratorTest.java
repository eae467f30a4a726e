package org.facerepro.face.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.face.model.Coefficients;
import org.facerepro.face.model.ColourEncoding;
import org.facerepro.face.model.LinearModel;
import org.facerepro.face.model.LinearSpace;
import org.facerepro.face.model.ModelCard;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.image.ArcFaceTemplate;
import org.facerepro.image.PngWriter;
import org.facerepro.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelGeneratorTest {
  private static final int RINGS = 12;
  private static final ModelSpec SPEC = ModelSpec.of(20, 3, 48);
  private static final MorphableModel MODEL = model();
  private static final ModelGenerator GENERATOR = new ModelGenerator(MODEL, SPEC, new Seed(5));

  private static MorphableModel model() {
    float[] ball = PaintedMesh.ball(RINGS, 90);
    Rng rng = new Seed(9).rng();
    float[] grey = new float[ball.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (float) rng.uniform(0.3, 0.7);
    }
    Map<String, Integer> marks = new LinkedHashMap<>();
    String[] names = {
      "right.eye.corner_outer",
      "right.eye.corner_inner",
      "left.eye.corner_inner",
      "left.eye.corner_outer",
      "center.nose.tip",
      "right.lips.corner",
      "left.lips.corner"
    };
    int[] rows = {5, 5, 5, 5, 6, 8, 8};
    int[] columns = {21, 23, 1, 3, 0, 22, 2};
    for (int i = 0; i < names.length; i++) {
      marks.put(names[i], rows[i] * 2 * RINGS + columns[i]);
    }
    ModelCard card =
        new ModelCard(
            "ball", "Ball", "none", "none", "a test", null, new ModelCard.Counts(0, 0, 0, 0, 0));
    return LinearModel.builder(
            card, PaintedMesh.ballTriangles(RINGS), space(ball, 7, 3, rng, "shape"))
        .expression(space(new float[ball.length], 5, 1, rng, "expression"))
        .colour(space(grey, 6, 0.05, rng, "colour"), ColourEncoding.SRGB)
        .landmarks(marks)
        .build();
  }

  private static LinearSpace space(float[] mean, int k, double size, Rng rng, String name) {
    float[] basis = new float[mean.length * k];
    for (int i = 0; i < basis.length; i++) {
      basis[i] = (float) rng.gaussian(0, size);
    }
    float[] deviation = new float[k];
    for (int i = 0; i < k; i++) {
      deviation[i] = (float) (1.0 / (i + 1));
    }
    return LinearSpace.of(mean, basis, deviation, LinearSpace.numbered(name, k));
  }

  private static List<ModelPicture> all(ModelGenerator generator, int first, int count) {
    List<ModelPicture> pictures = new ArrayList<>();
    generator.newStudio().draw(first, count, pictures::add);
    return pictures;
  }

  @Test
  void instances_inBatches_areTheMeanPlusBasisTimesCoefficients() {
    ModelPicture picture = GENERATOR.subject(3).sample(1);
    double[] exact = MODEL.positions(picture.face());
    PackedModel packed = GENERATOR.packed();
    float[] neutral = instance(packed.shape, packed.meanPositions, picture.face().shape());
    float[] face = instance(packed.expression, neutral, picture.face().expression());
    for (int row = 0; row < exact.length; row++) {
      assertThat((double) face[row])
          .isCloseTo(exact[row], within(1e-4 * (1 + Math.abs(exact[row]))));
    }
  }

  private static float[] instance(PackedSpace space, float[] base, double[] coefficients) {
    float[] scaled = new float[4 * coefficients.length];
    for (int k = 0; k < coefficients.length; k++) {
      scaled[k] = (float) (coefficients[k] * space.deviation()[k]);
    }
    float[] out = new float[4 * space.stride()];
    space.instances(scaled, 4, base, new int[4], out);
    return out;
  }

  @Test
  void pictures_withThePlainKernel_haveTheSameBits() {
    ModelGenerator plain =
        new ModelGenerator(
            MODEL, SPEC, new Seed(5), new ScalarInstanceKernel(), new ScalarRasterKernel());
    assertThat(all(plain, 0, 3)).isEqualTo(all(GENERATOR, 0, 3));
  }

  @Test
  void fastestKernel_whereVectorsAreThere_isAnotherThanThePlainOne() {
    assertThat(InstanceKernels.fastest()).isNotInstanceOf(ScalarInstanceKernel.class);
  }

  @Test
  void pictures_howeverGrouped_areTheSame() {
    List<ModelPicture> together = all(GENERATOR, 0, 20);
    assertThat(together.subList(51, 60)).isEqualTo(all(GENERATOR, 17, 3));
    assertThat(GENERATOR.subject(18).sample(2)).isEqualTo(together.get(56));
  }

  /** Files of all pictures of eight subjects, which threads take from a list in its order. */
  private static List<byte[]> files(int threads, List<Integer> order) throws Exception {
    byte[][] files = new byte[8 * SPEC.samples()][];
    Iterator<Integer> next = order.iterator();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> workers = Collections.nCopies(threads, () -> work(next, files));
      for (Future<Void> worker : pool.invokeAll(workers)) {
        worker.get();
      }
    } finally {
      pool.shutdown();
    }
    return List.of(files);
  }

  private static Void work(Iterator<Integer> next, byte[][] files) {
    ModelStudio studio = GENERATOR.newStudio();
    PngWriter writer = new PngWriter();
    for (int s = take(next); s >= 0; s = take(next)) {
      studio.draw(
          s, 1, p -> files[p.subject() * SPEC.samples() + p.sample()] = writer.encode(p.image()));
    }
    return null;
  }

  private static int take(Iterator<Integer> next) {
    synchronized (next) {
      return next.hasNext() ? next.next() : -1;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void files_onSoManyThreadsInAnyOrder_areThoseOfOneBatch(int threads) throws Exception {
    PngWriter writer = new PngWriter();
    List<byte[]> batch = all(GENERATOR, 0, 8).stream().map(p -> writer.encode(p.image())).toList();
    assertThat(files(threads, List.of(0, 1, 2, 3, 4, 5, 6, 7))).containsExactlyElementsOf(batch);
    assertThat(files(threads, List.of(6, 1, 7, 0, 3, 5, 2, 4))).containsExactlyElementsOf(batch);
  }

  @Test
  void pictures_amongMoreSubjects_areTheSame() {
    ModelGenerator more = new ModelGenerator(MODEL, ModelSpec.of(400, 3, 48), new Seed(5));
    assertThat(all(more, 0, 20)).isEqualTo(all(GENERATOR, 0, 20));
  }

  @Test
  void instances_ofOneChangedSubject_changeNoOther() {
    PackedModel packed = GENERATOR.packed();
    int depth = packed.shape.components();
    int stride = packed.shape.stride();
    Rng rng = new Seed(6).rng();
    float[] coefficients = new float[8 * depth];
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = (float) rng.gaussian(0, 1);
    }
    float[] before = new float[8 * stride];
    packed.shape.instances(coefficients, 8, packed.meanPositions, new int[8], before);
    coefficients[5 * depth + 2] += 1;
    float[] after = new float[8 * stride];
    packed.shape.instances(coefficients, 8, packed.meanPositions, new int[8], after);
    for (int s = 0; s < 8; s++) {
      float[] old = Arrays.copyOfRange(before, s * stride, (s + 1) * stride);
      boolean same = Arrays.equals(old, Arrays.copyOfRange(after, s * stride, (s + 1) * stride));
      assertThat(same).isEqualTo(s != 5);
    }
  }

  @Test
  void samples_ofOneSubject_shareShapeAndColourOnly() {
    ModelSubject subject = GENERATOR.subject(4);
    Coefficients a = subject.sample(0).face();
    Coefficients b = subject.sample(1).face();
    assertThat(a.shape()).isEqualTo(b.shape());
    assertThat(a.colour()).isEqualTo(b.colour());
    assertThat(a.expression()).isNotEqualTo(b.expression());
  }

  @Test
  void landmarks_projectOntoTheirVertices() {
    ModelPicture picture = GENERATOR.subject(0).sample(0);
    double[] p = MODEL.positions(picture.face());
    ViewMesh mesh = new ViewMesh(MODEL.triangles(), MODEL.vertexCount());
    float[] positions = new float[p.length];
    for (int i = 0; i < p.length; i++) {
      positions[i] = (float) p[i];
    }
    mesh.take(positions, 0);
    mesh.project(picture.pose());
    MODEL
        .landmarks()
        .values()
        .forEach(
            v -> {
              Point at = picture.pose().project(p[3 * v], p[3 * v + 1], p[3 * v + 2]);
              assertThat(mesh.places[2 * v] / 256.0).isCloseTo(at.x(), within(0.004));
              assertThat(mesh.places[2 * v + 1] / 256.0).isCloseTo(at.y(), within(0.004));
            });
  }

  @Test
  void projection_ofAPointOffTheAxis_followsThePinhole() {
    PinholeCamera camera = new PinholeCamera(50, 36, 0.5, 0.25, 800, 1, 5000);
    Point at = ViewPose.of(camera, HeadTurn.FRONTAL, 360, 200).project(30, 40, 100);
    assertThat(at.x()).isCloseTo(180 + 500 * 30 / 700.0, within(1e-9));
    assertThat(at.y()).isCloseTo(50 - 500 * 40 / 700.0, within(1e-9));
  }

  @Test
  void centring_onFivePoints_isTheBestSimilarityToTheTemplate() {
    ModelGenerator aligned =
        new ModelGenerator(MODEL, ModelSpec.of(2, 2, 112).with(Centring.FIVE_POINT), new Seed(5));
    ModelPicture picture = aligned.subject(1).sample(1);
    double[] p = MODEL.positions(picture.face());
    List<Point> points =
        FivePoints.of(MODEL).orElseThrow().points().stream()
            .map(
                vs ->
                    new Point(
                        mean(vs, v -> project(picture, p, v).x()),
                        mean(vs, v -> project(picture, p, v).y())))
            .toList();
    var rest = org.facerepro.image.Similarity.fit(points, ArcFaceTemplate.points(112));
    assertThat(rest.a()).isCloseTo(1, within(1e-4));
    assertThat(rest.b()).isCloseTo(0, within(1e-4));
    assertThat(rest.tx()).isCloseTo(0, within(1e-2));
  }

  private static double mean(
      List<Integer> vertices, java.util.function.ToDoubleFunction<Integer> value) {
    return vertices.stream().mapToDouble(value).average().orElseThrow();
  }

  private static Point project(ModelPicture picture, double[] p, int v) {
    return picture.pose().project(p[3 * v], p[3 * v + 1], p[3 * v + 2]);
  }

  @Test
  void generator_withoutTheLandmarksOfItsCentring_isRefused() {
    MorphableModel nameless = LinearModel.copyOf(MODEL).landmarks(Map.of()).build();
    assertThatThrownBy(
            () -> new ModelGenerator(nameless, SPEC.with(Centring.FIVE_POINT), new Seed(1)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("centring");
  }
}
