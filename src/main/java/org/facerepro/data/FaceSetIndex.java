package org.facerepro.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.image.PictureFormat;

/**
 * The file {@code index.json} of a face set.
 *
 * @param samples number of samples
 * @param subjects ids in the order of their first sample
 */
record FaceSetIndex(
    String schema, FaceSetInfo info, int samples, List<String> subjects, List<ShardRecord> shards) {
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

  static FaceSetIndex of(FaceSetInfo info, List<Shard> shards) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<ShardRecord> records = new ArrayList<>();
    for (Shard shard : shards) {
      records.add(shard.record(numbers));
    }
    int samples = shards.stream().mapToInt(shard -> shard.entries().size()).sum();
    return new FaceSetIndex(SCHEMA, info, samples, List.copyOf(numbers.keySet()), records);
  }

  /** Lists all samples in the set's order. */
  List<FaceEntry> entries() {
    List<FaceEntry> entries = new ArrayList<>(samples);
    for (int number = 0; number < shards.size(); number++) {
      ShardRecord shard = shards.get(number);
      for (int i = 0; i < shard.keys().size(); i++) {
        entries.add(
            new FaceEntry(
                shard.keys().get(i),
                subjects.get(shard.subjects().get(i)),
                format(shard.formats().get(i)),
                number,
                shard.offsets().get(i),
                shard.lengths().get(i),
                shard.recordLengths().get(i)));
      }
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
