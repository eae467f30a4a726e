package org.facerepro.protocol;

/** What a protocol asks of embeddings; its declaration tells, before any file is there. */
public enum Measurement {
  /** Comparisons of single images, by a list or drawn: a {@link VerificationSet}. */
  COUPLES("compares couples of images"),
  /** Comparisons of all with all, too many for a list. */
  ALL_WITH_ALL("compares all with all"),
  /** Comparisons of templates, by a list. */
  TEMPLATES("compares templates"),
  /** Searches of templates in galleries of templates. */
  TEMPLATE_SEARCHES("searches galleries of templates"),
  /** Searches of single images in a gallery of single images. */
  SEARCHES("searches a gallery");

  private final String words;

  Measurement(String words) {
    this.words = words;
  }

  /** Says what such a protocol does: {@code searches a gallery}. */
  public String words() {
    return words;
  }
}
