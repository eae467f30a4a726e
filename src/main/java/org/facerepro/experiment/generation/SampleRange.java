package org.facerepro.experiment.generation;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive samples of a set, subject by subject.
 *
 * @param first number of the first sample
 * @param end number after the last
 */
public record SampleRange(int first, int end) {
  /** Enough pictures that handing a piece over costs nothing beside rendering it. */
  private static final int SMALL = 16;

  /** So few pictures that the encoded ones of all pieces in flight fit into memory. */
  private static final int LARGE = 64;

  /**
   * Cuts into pieces of work at the bounds of subjects, for each piece paints its subjects anew:
   * small subjects go together, the samples of a large one are divided.
   */
  List<SampleRange> pieces(int samplesPerSubject) {
    int perPiece = samplesPerSubject;
    if (samplesPerSubject < SMALL) {
      perPiece = (SMALL + samplesPerSubject - 1) / samplesPerSubject * samplesPerSubject;
    }
    List<SampleRange> pieces = new ArrayList<>();
    int start = first;
    while (start < end) {
      long wanted = (long) start / perPiece * perPiece + perPiece;
      if (samplesPerSubject > LARGE) {
        long within = start % samplesPerSubject;
        long subjectEnd = start - within + samplesPerSubject;
        wanted = Math.min(subjectEnd, start - within + (within / LARGE + 1) * LARGE);
      }
      int next = (int) Math.min(end, wanted);
      pieces.add(new SampleRange(start, next));
      start = next;
    }
    return pieces;
  }
}
