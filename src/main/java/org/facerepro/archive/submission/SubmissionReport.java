package org.facerepro.archive.submission;

import java.util.List;

/**
 * What came of checking a folder of results.
 *
 * @param schema {@code facerepro/submission-check/v1}
 * @param sound whether no fault was found
 * @param archives how many archives were checked
 * @param faults what is wrong, by place
 */
public record SubmissionReport(String schema, boolean sound, int archives, List<Fault> faults) {
  public static final String SCHEMA = "facerepro/submission-check/v1";

  public SubmissionReport {
    faults = List.copyOf(faults);
  }
}
