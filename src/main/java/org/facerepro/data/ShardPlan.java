package org.facerepro.data;

import org.facerepro.core.Require;

/**
 * How a set of samples falls into shards: shard {@code k} holds the samples from {@code k·S} to
 * before {@code (k+1)·S}, the last one what is left.
 *
 * @param samples number of samples of the whole set, 1 or more
 * @param samplesPerShard {@code S}, 1 to 1,000,000
 */
public record ShardPlan(int samples, int samplesPerShard) {
  public ShardPlan {
    Require.between("samples", samples, 1, Integer.MAX_VALUE);
    Require.between("samplesPerShard", samplesPerShard, 1, 1_000_000);
  }

  /** Returns the number of shards. */
  public int shards() {
    return (int) (((long) samples + samplesPerShard - 1) / samplesPerShard);
  }

  /** Returns the number of the first sample of a shard. */
  public int first(int shard) {
    requireShard(shard);
    return shard * samplesPerShard;
  }

  /** Returns the number after the last sample of a shard. */
  public int end(int shard) {
    requireShard(shard);
    return (int) Math.min(samples, (shard + 1L) * samplesPerShard);
  }

  /**
   * Requires a shard to be one of the plan.
   *
   * @throws org.facerepro.core.InvalidValueException if it is not
   */
  public void requireShard(int shard) {
    Require.between("shard", shard, 0, shards() - 1L);
  }
}
