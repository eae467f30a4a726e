package org.facerepro.train.embedding;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.facerepro.core.EnumNames;
import org.facerepro.core.FileHash;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;
import org.facerepro.core.SpecException;
import org.facerepro.image.Resampling;
import org.facerepro.image.RgbImage;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceEmbedder;
import org.facerepro.nn.FlipMode;
import org.facerepro.train.ModelFacts;
import org.facerepro.train.Recogniser;
import org.jspecify.annotations.Nullable;

/**
 * A model folder that this program wrote: of its training, or of weights brought in.
 *
 * @param folder with {@code model.json} and {@code model.safetensors}
 * @param unit whether embeddings are brought to unit length
 * @param hashes SHA-256 of each of its files, one per line
 * @param origin what reports say of it
 */
record OwnModel(
    Path folder,
    ModelFacts description,
    FlipMode flip,
    boolean unit,
    String hashes,
    ModelOrigin origin)
    implements FaceModel {
  private static final String UNKNOWN = "unknown";

  static OwnModel read(Path folder, FlipMode flip, @Nullable ModelOrigin origin) {
    if (flip == FlipMode.CONCAT) {
      throw new SpecException(
          "models of this program know the flip modes none and sum, not "
              + EnumNames.of(FlipMode.CONCAT));
    }
    ModelFacts facts = Json.read(folder.resolve(ModelFacts.FILE), ModelFacts.class);
    String files = "";
    for (String file : List.of(ModelFacts.FILE, ModelFacts.WEIGHTS_FILE)) {
      files += FileHash.of(folder.resolve(file)) + "\n";
    }
    return new OwnModel(
        folder, facts, flip, true, files, origin == null ? of(folder, facts) : origin);
  }

  private static ModelOrigin of(Path folder, ModelFacts facts) {
    List<ModelFacts.Training> trainings = facts.trainings();
    boolean ours = !trainings.isEmpty();
    return new ModelOrigin(
        String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
        ours ? "as its training data" : UNKNOWN,
        ours ? "trained by this program" : "weights brought in from elsewhere",
        ours ? trainings.stream().map(OwnModel::words).collect(Collectors.joining("; ")) : UNKNOWN,
        UNKNOWN);
  }

  private static String words(ModelFacts.Training training) {
    return "%d pictures of %d subjects, seed %d"
        .formatted(training.samples(), training.subjects(), training.seed());
  }

  @Override
  public ModelIdentity identity() {
    return new ModelIdentity(
        origin.id(),
        "facerepro",
        Sha256.of(hashes + EnumNames.of(flip) + (unit ? "" : "\nunnormalised")).hex(),
        flip,
        origin.licence(),
        origin.source(),
        origin.trainedOn(),
        origin.trainedOnKind());
  }

  @Override
  public Resampling resampling() {
    return Resampling.SMOOTH;
  }

  @Override
  public OwnModel unnormalised() {
    return new OwnModel(folder, description, flip, false, hashes, origin);
  }

  @Override
  public FaceEmbedder open(Compute compute, int batch) {
    Recogniser recogniser = Recogniser.open(folder, compute);
    return new FaceEmbedder() {
      @Override
      public int dimension() {
        return description.dimension();
      }

      @Override
      public float[][] embed(List<RgbImage> crops) {
        boolean sum = flip == FlipMode.SUM;
        return unit ? recogniser.embed(crops, sum) : recogniser.features(crops, sum);
      }

      @Override
      public List<String> remarks() {
        return List.of();
      }

      @Override
      public void close() {
        recogniser.close();
      }
    };
  }
}
