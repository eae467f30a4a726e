package org.facerepro.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.Sha256;

/**
 * One shard as the index of a face set lists it; the lists are columns, one value per sample in the
 * order of the shard, which keeps the index of a million samples small.
 *
 * @param subjects numbers into the index's list of subjects
 * @param formats file name endings
 */
record ShardRecord(
    String file,
    long bytes,
    String sha256,
    List<String> keys,
    List<Integer> subjects,
    List<String> formats,
    List<Long> offsets,
    List<Integer> lengths,
    List<Integer> recordLengths) {

  ShardRecord {
    Sha256 checked = new Sha256(sha256);
    sha256 = checked.hex();
    keys = List.copyOf(keys);
    subjects = List.copyOf(subjects);
    formats = List.copyOf(formats);
    offsets = List.copyOf(offsets);
    lengths = List.copyOf(lengths);
    recordLengths = List.copyOf(recordLengths);
    keys.forEach(SampleKey::check);
    formats.forEach(FaceSetIndex::format);
    int n = keys.size();
    boolean even =
        subjects.size() == n
            && formats.size() == n
            && offsets.size() == n
            && lengths.size() == n
            && recordLengths.size() == n;
    if (!even) {
      throw new IllegalArgumentException("the columns of " + file + " differ in length");
    }
    boolean inside =
        offsets.stream().allMatch(offset -> offset >= TarLayout.BLOCK && offset < bytes)
            && Stream.concat(lengths.stream(), recordLengths.stream())
                .allMatch(length -> length >= 0 && length < bytes);
    if (!inside) {
      throw new IllegalArgumentException("a sample lies outside " + file);
    }
  }

  /**
   * Returns the samples in their order.
   *
   * @param number number of the shard
   * @param names ids of the subjects that the columns number
   */
  List<FaceEntry> entries(int number, List<String> names) {
    List<FaceEntry> entries = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      entries.add(
          new FaceEntry(
              keys.get(i),
              names.get(subjects.get(i)),
              FaceSetIndex.format(formats.get(i)),
              number,
              offsets.get(i),
              lengths.get(i),
              recordLengths.get(i)));
    }
    return entries;
  }

  Shard toShard(int number, List<String> names) {
    return new Shard(file, bytes, new Sha256(sha256), entries(number, names));
  }

  void requireSubjectsBelow(int known) {
    for (int subject : subjects) {
      if (subject < 0 || subject >= known) {
        throw new IllegalArgumentException(file + " lists the unknown subject number " + subject);
      }
    }
  }
}
