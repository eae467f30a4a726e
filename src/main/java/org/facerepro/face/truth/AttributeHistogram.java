package org.facerepro.face.truth;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the attribute labels of many pictures. Counts are whole numbers, so shards may be added in
 * any order and on any number of threads with one result.
 *
 * <p>Not thread-safe; one per worker, merged at the end.
 */
public final class AttributeHistogram {
  private static final int LABELS = AttributeLabel.values().length;

  private final long[] counts = new long[FaceAttribute.values().length * LABELS];
  private long pictures;

  /**
   * How often an attribute has each label.
   *
   * @param yes pictures that have it
   * @param no pictures that do not
   * @param undefined pictures for which it is not defined
   */
  public record Count(long yes, long no, long undefined) {}

  /** Counts one picture. */
  public void add(AttributeLabels labels) {
    pictures++;
    for (FaceAttribute attribute : FaceAttribute.values()) {
      counts[at(attribute, labels.get(attribute))]++;
    }
  }

  /** Adds the counts of other pictures. */
  public void merge(AttributeHistogram other) {
    pictures += other.pictures;
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  @SuppressWarnings("EnumOrdinal") // an index that never leaves this object
  private static int at(FaceAttribute attribute, AttributeLabel label) {
    return attribute.ordinal() * LABELS + label.ordinal();
  }

  /** Returns the number of pictures counted. */
  public long pictures() {
    return pictures;
  }

  /** Returns the counts of one attribute. */
  public Count count(FaceAttribute attribute) {
    return new Count(
        counts[at(attribute, AttributeLabel.YES)],
        counts[at(attribute, AttributeLabel.NO)],
        counts[at(attribute, AttributeLabel.UNDEFINED)]);
  }

  /** Returns the counts by written name, in the order of the attributes. */
  public Map<String, Count> toMap() {
    Map<String, Count> map = new LinkedHashMap<>();
    for (FaceAttribute attribute : FaceAttribute.values()) {
      map.put(attribute.label(), count(attribute));
    }
    return map;
  }
}
