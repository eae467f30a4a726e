package org.facerepro.train.embedding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.FileHash;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.Require;
import org.facerepro.core.Sha256;
import org.facerepro.core.SpecException;
import org.facerepro.core.StorageException;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyRows;
import org.facerepro.data.ShardPlan;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceEmbedder;
import org.facerepro.protocol.convert.FaceContainer;
import org.jspecify.annotations.Nullable;

/**
 * The extraction of the embeddings of all faces of a container into {@code NAME.npy}, float32
 * {@code [n, d]} in the order of the container, with the picture of each row in {@code NAME.txt}
 * and what was done in {@code NAME.json}.
 *
 * <p>Shards gather in {@code NAME.parts} until all are there: killed at any moment, the same job
 * goes on and ends with the same bytes. Memory: the rows of the shards begun.
 *
 * @param faces container, see {@link FaceContainer}
 * @param landmarks five points per picture; null for aligned faces
 * @param model whose embeddings are wanted
 * @param batch pictures that the network takes at once
 * @param shardSize pictures of each shard but the last
 * @param out the {@code .npy}
 */
public record EmbeddingJob(
    Path faces, @Nullable Path landmarks, FaceModel model, int batch, int shardSize, Path out) {
  private static final String NPY = ".npy";
  private static final int SHOWN = 5;

  public EmbeddingJob {
    Require.between("batch", batch, 1, 4096);
    Require.that(String.valueOf(out.getFileName()).endsWith(NPY), "out", "a name.npy", out);
  }

  /**
   * Embeds what is not embedded yet.
   *
   * @param force whether a complete file that is there is replaced
   * @throws SpecException if it is there and is not to be
   * @throws DataUnavailableException if something is missing, or no picture is a face
   */
  public EmbeddedFaces run(boolean force, Compute compute, Progress progress) {
    if (Files.exists(beside(".json")) && !force) {
      throw new SpecException(out + " is there and complete: --force makes it again");
    }
    try (FaceContainer container = FaceContainer.open(faces, landmarks, model.resampling())) {
      List<String> names = container.names();
      ShardPlan plan = new ShardPlan(names.size(), shardSize);
      String origin = origin(names);
      List<Integer> missing =
          IntStream.range(0, plan.shards())
              .filter(k -> EmbeddingPart.find(parts(), k, origin).isEmpty())
              .boxed()
              .toList();
      List<String> remarks = new ArrayList<>(container.remarks());
      try (FaceEmbedder embedder = model.open(compute, batch)) {
        remarks.addAll(embedder.remarks());
        embed(container, plan, missing, origin, embedder, progress);
      }
      return join(plan, origin, container.alignment(), remarks);
    }
  }

  private void embed(
      FaceContainer container,
      ShardPlan plan,
      List<Integer> missing,
      String origin,
      FaceEmbedder embedder,
      Progress progress) {
    List<String> names = container.names();
    List<String> wanted = new ArrayList<>();
    missing.forEach(k -> wanted.addAll(names.subList(plan.first(k), plan.end(k))));
    try (Progress.Task task = progress.start("embed", wanted.size(), "images")) {
      EmbeddingShards shards =
          new EmbeddingShards(parts(), origin, names, plan, missing, embedder, batch, task);
      container.read(wanted, FaceEmbedder.ALIGNED_SIDE, shards);
      shards.flush();
    }
  }

  private EmbeddedFaces join(
      ShardPlan plan, String origin, String alignment, List<String> remarks) {
    List<Path> files = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    Map<String, String> failures = new TreeMap<>();
    for (int k = 0; k < plan.shards(); k++) {
      EmbeddingPart part = EmbeddingPart.find(parts(), k, origin).orElseThrow(this::vanished);
      files.add(EmbeddingPart.rows(parts(), k));
      ids.addAll(part.ids());
      failures.putAll(part.failures());
    }
    requireFaces(ids, failures);
    NpyRows.join(files, out);
    String lines = String.join("\n", ids) + "\n";
    AtomicFiles.writeFile(beside(".txt"), lines.getBytes(StandardCharsets.UTF_8));
    int dimension = Npy.read(files.get(0)).shape().get(1);
    EmbeddedFaces done =
        new EmbeddedFaces(
            EmbeddedFaces.SCHEMA,
            model.identity(),
            alignment,
            ids.size(),
            dimension,
            FileHash.of(out),
            failures,
            remarks);
    AtomicFiles.writeFile(beside(".json"), Json.pretty(done));
    deleteParts();
    return done;
  }

  private void requireFaces(List<String> ids, Map<String, String> failures) {
    if (ids.isEmpty()) {
      throw new DataUnavailableException(
          "none of %d pictures in %s is a face: %s"
              .formatted(
                  failures.size(),
                  faces,
                  failures.entrySet().stream().limit(SHOWN).map(String::valueOf).toList()));
    }
  }

  private StorageException vanished() {
    return new StorageException("shards vanished from " + parts() + " while they were joined");
  }

  private void deleteParts() {
    try {
      AtomicFiles.deleteTree(parts());
    } catch (IOException e) {
      throw new StorageException(
          "cannot delete " + parts() + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  /** Pictures count by name, size and time of change, so that nothing is read twice. */
  private String origin(List<String> names) {
    String points = landmarks == null ? "aligned" : FileHash.of(landmarks);
    return Sha256.of(
            String.join("\n", names)
                + "\n"
                + String.join(
                    " ",
                    ContainerStamp.of(faces),
                    points,
                    model.identity().sha256(),
                    String.valueOf(shardSize)))
        .hex();
  }

  private Path parts() {
    return beside(".parts");
  }

  private Path beside(String ending) {
    String name = String.valueOf(out.getFileName());
    return out.resolveSibling(name.substring(0, name.length() - NPY.length()) + ending);
  }
}
