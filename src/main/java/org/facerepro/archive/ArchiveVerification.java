package org.facerepro.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of checking an archive.
 *
 * @param schema {@code facerepro/archive-verification/v1}
 * @param sound whether nothing was found
 * @param entries how many entries were hashed again
 * @param recomputedNumbers how many numbers were computed again from the stored scores
 * @param findings what is wrong, in the order of the archive
 */
public record ArchiveVerification(
    String schema, boolean sound, int entries, int recomputedNumbers, List<Finding> findings) {

  public static final String SCHEMA = "facerepro/archive-verification/v1";

  public ArchiveVerification {
    findings = List.copyOf(findings);
  }

  /** Returns this with another finding. */
  public ArchiveVerification with(String entry, String problem) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(new Finding(entry, problem));
    return new ArchiveVerification(schema, false, entries, recomputedNumbers, all);
  }

  /**
   * One thing that is wrong.
   *
   * @param entry name of an entry, or a part of the container
   * @param problem what is wrong with it
   */
  public record Finding(String entry, String problem) {}
}
