package org.facerepro.experiment.leakage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Progress;
import org.facerepro.data.Embeddings;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Stage;
import org.facerepro.experiment.StoredParts;
import org.facerepro.experiment.Workspace;
import org.facerepro.image.RgbImage;
import org.facerepro.train.Recogniser;

/**
 * Embeds faces that were learnt from, or watched, as test pictures were, and looks for pairs that
 * are too close.
 */
final class CloseEmbeddings {
  private static final int BATCH = 128;

  /** Pictures of a generated set that are embedded, so that the cost does not grow with the set. */
  static final int MOST_GENERATED = 1024;

  /**
   * Which embeddings.
   *
   * @param set stage that yields the faces
   * @param model stage that yields the network
   * @param flip whether the embedding of the mirrored image is added
   */
  private record Embedded(String set, String model, boolean flip) {}

  private final Workspace workspace;
  private final ExperimentSpec spec;
  private final CompletedRun run;
  private final KeptRows<Embedded> kept = new KeptRows<>(KeptRows.MOST_VALUES);

  CloseEmbeddings(Workspace workspace, ExperimentSpec spec, CompletedRun run) {
    this.workspace = workspace;
    this.spec = spec;
    this.run = run;
  }

  /** Tells whether the first set of a pair was collected, and is then compared as a whole. */
  static boolean isOfPeople(ComparedSets pair, ExperimentSpec spec) {
    return spec.stage(pair.first()) instanceof Stage.Collect;
  }

  Neighbours between(ComparedSets pair) {
    Stage.Measuring verify = (Stage.Measuring) spec.stage(pair.second());
    Stage.Embed embed = (Stage.Embed) spec.stage(verify.embeddings());
    Embeddings test = Embeddings.read(run.folder(verify.embeddings()));
    // Templates join pictures, so their similarities are no scale for those of two pictures.
    double[] similarities =
        verify instanceof Stage.VerifyTemplates || verify instanceof Stage.SearchTemplates
            ? new double[0]
            : StoredParts.similarities(run.folder(pair.second()));
    return Neighbours.between(
        first(pair, embed), Neighbours.Rows.of(test.ids(), rows(test)), similarities);
  }

  private Neighbours.Rows first(ComparedSets pair, Stage.Embed embed) {
    int most = isOfPeople(pair, spec) ? Integer.MAX_VALUE : MOST_GENERATED;
    Embedded which = new Embedded(pair.first(), embed.model(), embed.flip());
    return kept.get(which, () -> embedded(which, most));
  }

  private static List<float[]> rows(Embeddings embeddings) {
    List<float[]> rows = new ArrayList<>();
    for (String id : embeddings.ids()) {
      float[] row = new float[embeddings.dimension()];
      embeddings.copyRow(id, row);
      rows.add(row);
    }
    return rows;
  }

  private Neighbours.Rows embedded(Embedded which, int most) {
    List<String> names = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    try (FaceSet faces = FaceSet.open(run.folder(which.set()));
        Recogniser recogniser = Recogniser.open(run.folder(which.model()), workspace.compute())) {
      List<FaceEntry> samples = evenly(faces.samples(), most);
      try (Progress.Task task = start(which, samples.size())) {
        for (int from = 0; from < samples.size(); from += BATCH) {
          List<FaceEntry> batch = samples.subList(from, Math.min(from + BATCH, samples.size()));
          List<RgbImage> pictures = batch.stream().map(faces::decode).toList();
          rows.addAll(List.of(recogniser.embed(pictures, which.flip())));
          batch.forEach(entry -> names.add(entry.key()));
          task.advance(batch.size());
        }
      }
    }
    return Neighbours.Rows.of(names, rows);
  }

  private Progress.Task start(Embedded which, int pictures) {
    return workspace
        .progress()
        .start("leakage " + which.set() + " by " + which.model(), pictures, "images");
  }

  /** Returns at most so many members, at equal distances from the first on. */
  static <T> List<T> evenly(List<T> all, int most) {
    int count = Math.min(all.size(), most);
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
        .toList();
  }
}
