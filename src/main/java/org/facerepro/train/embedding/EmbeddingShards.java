package org.facerepro.train.embedding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Progress;
import org.facerepro.data.ShardPlan;
import org.facerepro.image.RgbImage;
import org.facerepro.nn.FaceEmbedder;
import org.facerepro.protocol.FaceVisitor;

/** Embeds faces in the order in which they come and writes each shard when its last one has. */
final class EmbeddingShards implements FaceVisitor {
  private final Path folder;
  private final String origin;
  private final List<String> names;
  private final ShardPlan plan;
  private final FaceEmbedder embedder;
  private final int batch;
  private final Progress.Task task;
  private final Map<String, Integer> shardOf = new HashMap<>();
  private final Map<Integer, Shard> open = new HashMap<>();
  private final List<String> waitingNames = new ArrayList<>();
  private final List<RgbImage> waiting = new ArrayList<>();

  EmbeddingShards(
      Path folder,
      String origin,
      List<String> names,
      ShardPlan plan,
      List<Integer> missing,
      FaceEmbedder embedder,
      int batch,
      Progress.Task task) {
    this.folder = folder;
    this.origin = origin;
    this.names = names;
    this.plan = plan;
    this.embedder = embedder;
    this.batch = batch;
    this.task = task;
    for (int number : missing) {
      names.subList(plan.first(number), plan.end(number)).forEach(n -> shardOf.put(n, number));
    }
  }

  /** What there is of a shard so far. */
  private record Shard(Map<String, float[]> rows, Map<String, String> failures) {}

  @Override
  public void face(String image, RgbImage crop) {
    waitingNames.add(image);
    waiting.add(crop);
    if (waiting.size() == batch) {
      flush();
    }
  }

  @Override
  public void failed(String image, String reason) {
    shard(image).failures().put(image, reason);
    completed(image);
  }

  /** Embeds what waits. */
  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    float[][] rows = embedder.embed(waiting);
    for (int i = 0; i < rows.length; i++) {
      shard(waitingNames.get(i)).rows().put(waitingNames.get(i), rows[i]);
      completed(waitingNames.get(i));
    }
    waiting.clear();
    waitingNames.clear();
  }

  private int number(String image) {
    Integer number = shardOf.get(image);
    if (number == null) {
      throw new IllegalStateException(image + " was not asked for");
    }
    return number;
  }

  private Shard shard(String image) {
    return open.computeIfAbsent(number(image), k -> new Shard(new HashMap<>(), new HashMap<>()));
  }

  private void completed(String image) {
    task.advance(1);
    int number = number(image);
    Shard shard = shard(image);
    List<String> due = names.subList(plan.first(number), plan.end(number));
    if (shard.rows().size() + shard.failures().size() == due.size()) {
      Map<String, float[]> ordered = new LinkedHashMap<>();
      for (String name : due) {
        float[] row = shard.rows().get(name);
        if (row != null) {
          ordered.put(name, row);
        }
      }
      EmbeddingPart.write(folder, number, origin, embedder.dimension(), ordered, shard.failures());
      open.remove(number);
    }
  }
}
