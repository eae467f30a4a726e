package org.facerepro.experiment;

/**
 * The place of an artifact in a store.
 *
 * @param kind kind of the stage that makes it
 * @param key hash of everything that can change it
 */
public record ArtifactName(String kind, String key) implements Comparable<ArtifactName> {
  private static final char SEPARATOR = '/';

  /** Reads the form that {@link #toString} writes. */
  static ArtifactName parse(String text) {
    int at = text.indexOf(SEPARATOR);
    return new ArtifactName(text.substring(0, Math.max(0, at)), text.substring(at + 1));
  }

  @Override
  public int compareTo(ArtifactName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return kind + SEPARATOR + key;
  }
}
