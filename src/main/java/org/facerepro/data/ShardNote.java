package org.facerepro.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facerepro.core.Require;

/**
 * What lies beside a shard until its set is joined, {@code shard-00007.json}: where it belongs and
 * what is in it, so that it can come from anywhere.
 *
 * @param origin SHA-256 of all that the whole set was made from
 * @param info what the set says about itself
 * @param samples number of samples of the whole set
 * @param samplesPerShard samples of each shard but the last
 * @param number number of this shard, from 0
 * @param subjects ids in the order of their first sample in this shard
 * @param shard its samples
 */
record ShardNote(
    String schema,
    String origin,
    FaceSetInfo info,
    int samples,
    int samplesPerShard,
    int number,
    List<String> subjects,
    ShardRecord shard) {
  static final String SCHEMA = "facerepro/face-shard/v1";

  ShardNote {
    if (!schema.equals(SCHEMA)) {
      throw new IllegalArgumentException("schema is " + schema + ", expected " + SCHEMA);
    }
    subjects = List.copyOf(subjects);
    ShardPlan plan = new ShardPlan(samples, samplesPerShard);
    int expected = plan.end(number) - plan.first(number);
    Require.that(
        shard.keys().size() == expected, "shard", expected + " samples", shard.keys().size());
    Require.that(
        shard.file().equals(Shard.fileName(number)), "file", Shard.fileName(number), shard.file());
    shard.requireSubjectsBelow(subjects.size());
  }

  static ShardNote of(Shard shard, int number, String origin, FaceSetInfo info, ShardPlan plan) {
    Map<String, Integer> subjects = new LinkedHashMap<>();
    ShardRecord listed = shard.record(subjects);
    return new ShardNote(
        SCHEMA,
        origin,
        info,
        plan.samples(),
        plan.samplesPerShard(),
        number,
        List.copyOf(subjects.keySet()),
        listed);
  }

  static String fileName(int number) {
    return String.format(Locale.ROOT, "shard-%05d.json", number);
  }

  ShardPlan plan() {
    return new ShardPlan(samples, samplesPerShard);
  }

  /** Returns the shard with all its samples. */
  Shard toShard() {
    return shard.toShard(number, subjects);
  }
}
