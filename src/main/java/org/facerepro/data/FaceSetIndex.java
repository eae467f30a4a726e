package org.facerepro.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.image.PictureFormat;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code index.json} of a face set.
 *
 * @param origin SHA-256 of all that the set was made from, where its maker knows it
 * @param samples number of samples
 * @param subjects ids in the order of their first sample
 */
record FaceSetIndex(
    String schema,
    FaceSetInfo info,
    @Nullable String origin,
    int samples,
    List<String> subjects,
    List<ShardRecord> shards) {
  static final String SCHEMA = "facerepro/face-set/v1";
  static final String FILE = "index.json";

  FaceSetIndex {
    if (!schema.equals(SCHEMA)) {
      throw new IllegalArgumentException("schema is " + schema + ", expected " + SCHEMA);
    }
    subjects = List.copyOf(subjects);
    shards = List.copyOf(shards);
    int listed = shards.stream().mapToInt(shard -> shard.keys().size()).sum();
    if (listed != samples) {
      throw new IllegalArgumentException(samples + " samples announced, " + listed + " listed");
    }
    int known = subjects.size();
    for (ShardRecord shard : shards) {
      shard.requireSubjectsBelow(known);
    }
  }

  static FaceSetIndex of(FaceSetInfo info, @Nullable String origin, List<Shard> shards) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<ShardRecord> records = new ArrayList<>();
    for (Shard shard : shards) {
      records.add(shard.record(numbers));
    }
    int samples = shards.stream().mapToInt(shard -> shard.entries().size()).sum();
    return new FaceSetIndex(SCHEMA, info, origin, samples, List.copyOf(numbers.keySet()), records);
  }

  /** Lists all samples in the set's order. */
  List<FaceEntry> entries() {
    List<FaceEntry> entries = new ArrayList<>(samples);
    for (int number = 0; number < shards.size(); number++) {
      entries.addAll(shards.get(number).entries(number, subjects));
    }
    return entries;
  }

  static PictureFormat format(String extension) {
    for (PictureFormat format : PictureFormat.values()) {
      if (format.extension().equals(extension)) {
        return format;
      }
    }
    throw new IllegalArgumentException("no picture format has the ending ." + extension);
  }
}
