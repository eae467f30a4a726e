package org.facerepro.data;

import org.facerepro.image.PictureFormat;

/**
 * Where a sample of a {@link FaceSet} lies.
 *
 * @param key name of the sample, unique in its set
 * @param subject id of the person
 * @param format encoding of the picture
 * @param shard number of the shard, from 0
 * @param offset first byte of the picture in the shard
 * @param length bytes of the picture
 * @param recordLength bytes of the JSON record that follows the picture
 */
public record FaceEntry(
    String key,
    String subject,
    PictureFormat format,
    int shard,
    long offset,
    int length,
    int recordLength) {

  /** Returns the first byte of the JSON record in the shard: after the picture and one header. */
  public long recordOffset() {
    return offset + TarLayout.padded(length) + TarLayout.BLOCK;
  }

  /** Returns the first byte after the sample in the shard. */
  long end() {
    return recordOffset() + TarLayout.padded(recordLength);
  }
}
