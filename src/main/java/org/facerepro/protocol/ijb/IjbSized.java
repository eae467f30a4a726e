package org.facerepro.protocol.ijb;

import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Require;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.metric.ClassScores;
import org.facerepro.metric.Failures;
import org.facerepro.metric.Far;
import org.facerepro.metric.LabelledScores;
import org.facerepro.metric.convention.ExactAuc;
import org.facerepro.metric.convention.ExactTar;
import org.facerepro.metric.convention.NearestCorner;
import org.facerepro.metric.convention.RocPoints;
import org.facerepro.protocol.ijb.IjbOptions.Mirrored;

/**
 * Generated embeddings, templates and comparisons of a given size, to time the evaluation of an IJB
 * release without one.
 *
 * <p>Every subject has a template in the gallery and several among the probes; comparisons are of
 * the gallery with the probes, in random order. The same seed gives the same inputs and numbers.
 */
public final class IjbSized {
  private static final int MOST_MEDIA = 6;
  private static final float SUBJECT = 0.15f;
  private static final float UNIT = 0x1.0p-15f;
  private static final int FLOATS_PER_DRAW = 4;
  private static final double NANO = 1e-9;

  private final FaceRows faces;
  private final TemplateLayout layout;
  private final TemplatePairs pairs;

  private IjbSized(FaceRows faces, TemplateLayout layout, TemplatePairs pairs) {
    this.faces = faces;
    this.layout = layout;
    this.pairs = pairs;
  }

  /**
   * Sizes of a release.
   *
   * @param faces faces, at least as many as templates
   * @param width numbers per embedding
   * @param gallery templates in the gallery, one per subject
   * @param probes templates among the probes
   * @param genuine genuine comparisons, at most one per probe
   * @param impostor impostor comparisons
   */
  public record Sizes(int faces, int width, int gallery, int probes, int genuine, int impostor) {
    /** IJB-C with embeddings of 512 numbers. */
    public static final Sizes IJB_C = new Sizes(469_375, 512, 3_531, 19_593, 19_557, 15_638_932);

    public Sizes {
      Require.between("gallery", gallery, 2, Integer.MAX_VALUE / 2);
      Require.between("probes", probes, gallery, Integer.MAX_VALUE / 2);
      Require.between("faces", faces, gallery + probes, Integer.MAX_VALUE);
      Require.between("width", width, 1, Integer.MAX_VALUE / faces);
      Require.between("genuine", genuine, 1, probes);
      Require.between("impostor", impostor, 1, Integer.MAX_VALUE - genuine);
    }
  }

  /**
   * What one run took and found.
   *
   * @param templates seconds to make all templates
   * @param scores seconds to score all comparisons
   * @param roc seconds to sort the scores, to find the operating point of every target under {@code
   *     exact-le} and {@code nearest-corner}, and the exact area
   * @param auc the area
   * @param exactTar true accept rates at {@link TemplateMetrics#TARGETS} under {@code exact-le}
   * @param nearestTar the same under {@code nearest-corner}
   */
  public record Run(
      double templates,
      double scores,
      double roc,
      double auc,
      List<Double> exactTar,
      List<Double> nearestTar) {
    public Run {
      exactTar = List.copyOf(exactTar);
      nearestTar = List.copyOf(nearestTar);
    }

    /** Returns the seconds of all stages. */
    public double seconds() {
      return templates + scores + roc;
    }
  }

  /** Generates inputs; takes a few seconds and 2 GB at the size of IJB-C. */
  public static IjbSized of(Sizes sizes, Seed seed) {
    int templates = sizes.gallery() + sizes.probes();
    int[] templateOf = new int[sizes.faces()];
    int[] media = new int[sizes.faces()];
    Rng rng = seed.child("faces").rng();
    for (int f = 0; f < templateOf.length; f++) {
      templateOf[f] = f < templates ? f : rng.nextInt(templates);
      media[f] = rng.nextInt(MOST_MEDIA);
    }
    return new IjbSized(
        faces(sizes, templateOf, seed.child("rows")),
        TemplateLayout.of(templateOf, media),
        pairs(sizes, seed.child("pairs").rng()));
  }

  private static FaceRows faces(Sizes sizes, int[] templateOf, Seed seed) {
    int width = sizes.width();
    float[] rows = new float[sizes.faces() * width];
    double[] detector = new double[sizes.faces()];
    IntStream.range(0, sizes.faces())
        .parallel()
        .forEach(
            f -> {
              int subject = subject(sizes, templateOf[f]);
              uniform(seed.child("subjects").child(subject).rng(), rows, f * width, width, SUBJECT);
              Rng own = seed.child(f).rng();
              detector[f] = own.uniform(0, 1);
              uniform(own, rows, f * width, width, 1);
            });
    return FaceRows.takeOver(rows, width, detector);
  }

  private static int subject(Sizes sizes, int template) {
    return template < sizes.gallery() ? template : (template - sizes.gallery()) % sizes.gallery();
  }

  /** Adds numbers between ∓ {@code scale}, four from each draw. */
  private static void uniform(Rng rng, float[] rows, int from, int width, float scale) {
    long bits = 0;
    for (int j = 0; j < width; j++) {
      bits = j % FLOATS_PER_DRAW == 0 ? rng.nextLong() : bits >> Short.SIZE;
      rows[from + j] += (short) bits * UNIT * scale;
    }
  }

  private static TemplatePairs pairs(Sizes sizes, Rng rng) {
    int n = sizes.genuine() + sizes.impostor();
    int[] first = new int[n];
    int[] second = new int[n];
    boolean[] genuine = new boolean[n];
    for (int i = 0; i < n; i++) {
      genuine[i] = i < sizes.genuine();
      int probe = genuine[i] ? i : rng.nextInt(sizes.probes());
      second[i] = sizes.gallery() + probe;
      int own = subject(sizes, second[i]);
      int other = (own + 1 + rng.nextInt(sizes.gallery() - 1)) % sizes.gallery();
      first[i] = genuine[i] ? own : other;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = rng.nextInt(i + 1);
      swap(first, i, j);
      swap(second, i, j);
      boolean kept = genuine[i];
      genuine[i] = genuine[j];
      genuine[j] = kept;
    }
    return TemplatePairs.takeOver(first, second, genuine);
  }

  private static void swap(int[] values, int i, int j) {
    int kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }

  /** Evaluates the comparisons from the embeddings on, with the options of {@code eval_ijbc.py}. */
  public Run run() {
    IjbOptions options = IjbPreset.EVAL_IJBC.options().with(Mirrored.ABSENT);
    long start = System.nanoTime();
    Templates templates = TemplatePooling.pool(faces, layout, options);
    long pooled = System.nanoTime();
    double[] scores = PairScores.of(templates, pairs, options.scale());
    long scored = System.nanoTime();
    ClassScores classes = ClassScores.of(LabelledScores.takeOver(scores, pairs.classes()));
    RocPoints full = RocPoints.full(classes);
    RocPoints thinned = full.thinned();
    List<Double> exact =
        TemplateMetrics.TARGETS.stream().map(target -> exact(classes, target)).toList();
    List<Double> nearest =
        TemplateMetrics.TARGETS.stream().map(target -> nearest(thinned, target)).toList();
    double auc = ExactAuc.of(thinned).fraction().value();
    long end = System.nanoTime();
    return new Run(
        (pooled - start) * NANO,
        (scored - pooled) * NANO,
        (end - scored) * NANO,
        auc,
        exact,
        nearest);
  }

  private static double exact(ClassScores classes, Far target) {
    long allowed = target.allowedOf(classes.impostorCount());
    return ExactTar.of(classes, allowed, Failures.EXCLUDED).lowest().tar();
  }

  private static double nearest(RocPoints thinned, Far target) {
    return NearestCorner.of(thinned, target.rate().doubleValue()).point().tar();
  }
}
