package org.facerepro.protocol;

import org.facerepro.core.Require;

/**
 * One comparison of a protocol.
 *
 * @param line line in the list it was read from, counted from 1; of a drawn list, its place in it
 * @param firstImage name of the first image within the set
 * @param secondImage name of the second image
 * @param firstSubject id of the first subject
 * @param secondSubject id of the second subject
 * @param genuine whether both are one subject
 * @param fold number from 0; membership belongs to the line, whatever fails
 */
public record Comparison(
    int line,
    String firstImage,
    String secondImage,
    String firstSubject,
    String secondSubject,
    boolean genuine,
    int fold) {

  public Comparison {
    Require.between("line", line, 1, Integer.MAX_VALUE);
    Require.between("fold", fold, 0, Integer.MAX_VALUE);
    Require.that(
        genuine == firstSubject.equals(secondSubject),
        "genuine",
        "true for one subject, false for two",
        genuine + " for " + firstSubject + " and " + secondSubject);
  }
}
