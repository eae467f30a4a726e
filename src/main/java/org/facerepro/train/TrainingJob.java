package org.facerepro.train;

import java.nio.file.Path;
import org.facerepro.core.Progress;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.core.StageFailedException;
import org.facerepro.image.Resampling;
import org.facerepro.nn.Compute;
import org.facerepro.nn.Safetensors;
import org.facerepro.protocol.convert.FaceContainer;
import org.jspecify.annotations.Nullable;

/**
 * A training of faces in containers, outside of any experiment.
 *
 * @param recipe how it is done
 * @param faces to learn from
 * @param dev of other people, to watch the training by; nothing is watched if null
 * @param minimumImages pictures that a person must have to be learnt from
 * @param initial model folder whose network the training starts from; fresh weights if null
 * @param seed of all randomness
 */
public record TrainingJob(
    TrainSpec recipe,
    Faces faces,
    @Nullable Faces dev,
    int minimumImages,
    @Nullable Path initial,
    Seed seed) {
  private static final String WORK = "work";

  /**
   * Where faces lie.
   *
   * @param landmarks five points per picture; null for aligned faces
   */
  public record Faces(Path place, @Nullable Path landmarks) {}

  public TrainingJob {
    Require.between("minimumImages", minimumImages, 1, 1_000_000);
    if (dev != null && dev.place().equals(faces.place())) {
      throw new SpecException(dev.place() + " cannot be both faces to learn from and dev faces");
    }
  }

  /**
   * Trains into a folder, in which {@code work} holds checkpoints, {@code train.json} and {@code
   * curves.svg} of the training so far; the same call goes on there after a crash.
   *
   * @throws org.facerepro.core.SpecException if the folder holds another training
   */
  public TrainReport run(Path out, Compute compute, Progress progress) {
    PackedFaces learnt = decode(faces, minimumImages, progress);
    PackedFaces watched = dev == null ? null : decode(dev, 1, progress);
    requireApart(learnt, watched);
    return RecogniserTrainer.train(
        recipe,
        FacePool.of(learnt),
        watched,
        initial == null ? null : Safetensors.read(initial.resolve(ModelFacts.WEIGHTS_FILE)),
        seed,
        out.resolve(WORK),
        out,
        compute,
        progress);
  }

  private PackedFaces decode(Faces from, int least, Progress progress) {
    try (FaceContainer container =
        FaceContainer.open(from.place(), from.landmarks(), Resampling.SMOOTH)) {
      return PackedFaces.of(container, least, recipe.storedSide(), progress);
    }
  }

  private static void requireApart(PackedFaces learnt, @Nullable PackedFaces watched) {
    int shared = watched == null ? 0 : learnt.shared(watched);
    if (shared > 0) {
      throw new StageFailedException(
          "%d dev pictures are also learnt from; take other people for one of them"
              .formatted(shared));
    }
  }
}
