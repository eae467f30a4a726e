package org.facerepro.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.facerepro.core.Require;

/**
 * Which pictures an epoch shows: as many as there are, less those that do not fill a batch, in an
 * order that depends on seed and epoch only.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Sampling.Shuffled.class, name = "shuffled"),
  @JsonSubTypes.Type(value = Sampling.Balanced.class, name = "balanced"),
  @JsonSubTypes.Type(value = Sampling.Grouped.class, name = "grouped")
})
public sealed interface Sampling {

  /** Each picture once. */
  record Shuffled() implements Sampling {}

  /**
   * Each subject equally often, whatever the number of its pictures; all of a subject's pictures
   * before one of them comes again.
   */
  record Balanced() implements Sampling {}

  /**
   * Batches of {@code subjects} different subjects with {@code images} pictures each, as triplets
   * need (OpenFace: 15 and 20). A subject with fewer pictures shows some of them again, varied
   * anew; one with a single picture is refused.
   */
  record Grouped(int subjects, int images) implements Sampling {
    public Grouped {
      Require.between("subjects", subjects, 2, 4096);
      Require.between("images", images, 2, 4096);
    }

    /** Returns the share of pictures whose nearest in the batch is of their subject, by chance. */
    double chance() {
      return (images - 1.0) / (subjects * images - 1.0);
    }
  }
}
