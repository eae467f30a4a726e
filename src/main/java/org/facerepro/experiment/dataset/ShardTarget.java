package org.facerepro.experiment.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.data.ShardFolder;
import org.facerepro.data.ShardPlan;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.experiment.generation.RenderPool;
import org.facerepro.experiment.generation.ShardRendering;

/** Tar shards with an index; all of them or some. */
final class ShardTarget implements SetTarget {
  private final ShardFolder shards;
  private final List<Integer> wanted;

  ShardTarget(Path folder, SetRecipe recipe, FaceSource source, ShardSelection selection) {
    ShardPlan plan = new ShardPlan(source.samples(), recipe.samplesPerShard());
    this.wanted = selection.of(plan);
    this.shards = ShardFolder.open(folder, source.info(), plan, recipe.origin().hex());
  }

  @Override
  public int present() {
    List<Integer> missing = shards.missing();
    return size(wanted.stream().filter(shard -> !missing.contains(shard)).toList());
  }

  @Override
  public int wanted() {
    return size(wanted);
  }

  private int size(List<Integer> numbers) {
    ShardPlan plan = shards.plan();
    return numbers.stream().mapToInt(shard -> plan.end(shard) - plan.first(shard)).sum();
  }

  @Override
  public void render(RenderPool pool, IntConsumer done) {
    new ShardRendering(pool, shards).run(wanted, done);
  }

  @Override
  public boolean isWhole() {
    return shards.missing().isEmpty();
  }

  @Override
  public void assemble() {
    shards.join();
  }

  @Override
  public void readAll(Consumer<StoredFace> reader) {
    readAll(shards.path(), reader);
  }

  static void readAll(Path folder, Consumer<StoredFace> reader) {
    try (FaceSet faces = FaceSet.open(folder)) {
      for (FaceEntry entry : faces.samples()) {
        reader.accept(new StoredFace(entry.subject(), entry.length(), faces.annotations(entry)));
      }
    }
  }

  @Override
  public void readTruth(Consumer<JsonNode> reader) {
    hashes().keySet().forEach(file -> WrittenTruth.inShard(shards.path().resolve(file), reader));
  }

  @Override
  public Map<String, String> hashes() {
    return hashes(shards.path());
  }

  static Map<String, String> hashes(Path folder) {
    try (FaceSet faces = FaceSet.open(folder)) {
      Map<String, String> hashes = new LinkedHashMap<>();
      faces.shardHashes().forEach((file, hash) -> hashes.put(file, hash.hex()));
      return hashes;
    }
  }

  @Override
  public void tidy() {
    // Joining leaves nothing but the set.
  }
}
