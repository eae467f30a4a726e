package org.facerepro.experiment.generation;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.facerepro.data.FaceSample;
import org.facerepro.data.ShardFilling;
import org.facerepro.data.ShardFolder;
import org.facerepro.data.ShardPlan;
import org.jspecify.annotations.Nullable;

/** Renders shards of a set, any of them in any order; what is there already stays. */
public final class ShardRendering {
  private final RenderPool pool;
  private final ShardFolder folder;

  /** Prepares to fill {@code folder} with the faces of {@code pool}. */
  public ShardRendering(RenderPool pool, ShardFolder folder) {
    this.pool = pool;
    this.folder = folder;
  }

  /**
   * Renders those of some shards that are missing; threads go on with the next shard while one is
   * completed.
   *
   * @param shards their numbers, in the order to make them
   * @param done is told after each picture that is written, with 1
   */
  public void run(List<Integer> shards, IntConsumer done) {
    List<Integer> missing = folder.missing();
    List<Integer> wanted = shards.stream().filter(missing::contains).toList();
    ShardPlan plan = folder.plan();
    List<SampleRange> ranges =
        wanted.stream().map(shard -> new SampleRange(plan.first(shard), plan.end(shard))).toList();
    try (Filler filler = new Filler(folder, wanted, done)) {
      pool.render(ranges, filler::add);
    }
  }

  /** Returns how many samples of some shards are there already. */
  public int present(List<Integer> shards) {
    List<Integer> missing = folder.missing();
    ShardPlan plan = folder.plan();
    Stream<Integer> present = shards.stream().filter(shard -> !missing.contains(shard));
    return present.mapToInt(shard -> plan.end(shard) - plan.first(shard)).sum();
  }

  /** Takes samples in order and begins a shard wherever the one before is full. */
  private static final class Filler implements AutoCloseable {
    private final ShardFolder folder;
    private final List<Integer> shards;
    private final IntConsumer done;
    private int next;
    private @Nullable ShardFilling filling;

    Filler(ShardFolder folder, List<Integer> shards, IntConsumer done) {
      this.folder = folder;
      this.shards = shards;
      this.done = done;
    }

    void add(List<FaceSample> samples) {
      for (FaceSample sample : samples) {
        ShardFilling current = filling == null ? folder.fill(shards.get(next++)) : filling;
        filling = current;
        current.add(sample);
        done.accept(1);
        if (current.isFull()) {
          current.complete();
          filling = null;
        }
      }
    }

    @Override
    public void close() {
      if (filling != null) {
        filling.close();
      }
    }
  }
}
