package org.facerepro.train;

/** The pictures of an epoch, batch after batch, and how often each was drawn before in it. */
final class EpochOrder {
  private final int[] pictures;
  private final int[] repeats;

  private EpochOrder(int[] pictures, int[] repeats) {
    this.pictures = pictures;
    this.repeats = repeats;
  }

  /**
   * Takes drawn pictures over.
   *
   * @param size number of pictures to draw from
   */
  static EpochOrder of(int[] pictures, int size) {
    int[] seen = new int[size];
    int[] repeats = new int[pictures.length];
    for (int i = 0; i < pictures.length; i++) {
      repeats[i] = seen[pictures[i]]++;
    }
    return new EpochOrder(pictures, repeats);
  }

  int length() {
    return pictures.length;
  }

  int picture(int place) {
    return pictures[place];
  }

  int repeat(int place) {
    return repeats[place];
  }
}
