package org.facerepro.experiment.leakage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private final Workspace workspace;

  CloseEmbeddings(Workspace workspace) {
    this.workspace = workspace;
  }

  Neighbours between(ComparedSets pair, ExperimentSpec spec, CompletedRun run) {
    Stage.Measuring verify = (Stage.Measuring) spec.stage(pair.second());
    Stage.Embed embed = (Stage.Embed) spec.stage(verify.embeddings());
    Embeddings test = Embeddings.read(run.folder(verify.embeddings()));
    // Templates join pictures, so their similarities are no scale for those of two pictures.
    double[] similarities =
        verify instanceof Stage.VerifyTemplates || verify instanceof Stage.SearchTemplates
            ? new double[0]
            : StoredParts.similarities(run.folder(pair.second()));
    return Neighbours.between(
        embedded(run.folder(pair.first()), run.folder(embed.model()), embed.flip()),
        Neighbours.Rows.of(test.ids(), rows(test)),
        similarities);
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

  private Neighbours.Rows embedded(Path set, Path model, boolean flip) {
    List<String> names = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    try (FaceSet faces = FaceSet.open(set);
        Recogniser recogniser = Recogniser.open(model, workspace.compute())) {
      List<FaceEntry> samples = faces.samples();
      for (int from = 0; from < samples.size(); from += BATCH) {
        List<FaceEntry> batch = samples.subList(from, Math.min(from + BATCH, samples.size()));
        List<RgbImage> pictures = batch.stream().map(faces::decode).toList();
        rows.addAll(List.of(recogniser.embed(pictures, flip)));
        batch.forEach(entry -> names.add(entry.key()));
      }
    }
    return Neighbours.Rows.of(names, rows);
  }
}
