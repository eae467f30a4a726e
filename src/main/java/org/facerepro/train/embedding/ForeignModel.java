package org.facerepro.train.embedding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.EnumNames;
import org.facerepro.core.FileHash;
import org.facerepro.core.Sha256;
import org.facerepro.core.SpecException;
import org.facerepro.image.Resampling;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceEmbedder;
import org.facerepro.nn.FlipMode;
import org.facerepro.nn.foreign.ForeignEmbedder;
import org.facerepro.nn.foreign.ModelCard;
import org.facerepro.nn.foreign.NetFormat;
import org.jspecify.annotations.Nullable;

/**
 * A network of others with its card.
 *
 * @param hashes SHA-256 of each of its files, one per line
 */
record ForeignModel(Path file, NetFormat format, ModelCard card, String hashes)
    implements FaceModel {
  private static final String YAML = ".yaml";

  /** Weights that ONNX exporters put beside the network once they are large. */
  private static final List<String> PARTS = List.of(".data", "_data");

  static ForeignModel read(
      Path file, NetFormat format, @Nullable Path cardFile, @Nullable FlipMode flip) {
    ModelCard written = ModelCard.read(cardFile == null ? beside(file) : cardFile);
    ModelCard card = flip == null ? written : written.with(flip);
    StringBuilder hashes = new StringBuilder(FileHash.of(file)).append('\n');
    for (String part : PARTS) {
      Path other = file.resolveSibling(file.getFileName() + part);
      if (Files.isRegularFile(other)) {
        hashes.append(FileHash.of(other)).append('\n');
      }
    }
    return new ForeignModel(file, format, card, hashes.toString());
  }

  private static Path beside(Path file) {
    String name = String.valueOf(file.getFileName());
    Path own = file.resolveSibling(name + YAML);
    Path shared = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + YAML);
    if (Files.isRegularFile(own)) {
      return own;
    }
    if (Files.isRegularFile(shared)) {
      return shared;
    }
    throw new SpecException(
        "%s has no model card: neither %s nor %s is there. Copy this one, set it right, or name another with --card:%n%s"
            .formatted(file, own, shared, ModelCard.EXAMPLE));
  }

  @Override
  public ModelIdentity identity() {
    return new ModelIdentity(
        card.id(),
        EnumNames.of(format),
        Sha256.of(hashes + EnumNames.of(format) + "\n" + card.computing()).hex(),
        card.flip(),
        card.licence(),
        card.source(),
        card.trainedOn().data(),
        EnumNames.of(card.trainedOn().kind()));
  }

  @Override
  public Resampling resampling() {
    return card.input().howResampled();
  }

  @Override
  public ForeignModel unnormalised() {
    return new ForeignModel(file, format, card.unnormalised(), hashes);
  }

  @Override
  public FaceEmbedder open(Compute compute, int batch) {
    return ForeignEmbedder.open(file, format, card, compute, batch);
  }
}
