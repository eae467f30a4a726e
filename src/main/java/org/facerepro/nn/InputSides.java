package org.facerepro.nn;

/**
 * The sides in pixels of the square pictures that a network takes: the multiples of {@code step}
 * from {@code min} to {@link #MAX}.
 */
record InputSides(int step, int min) {
  static final int MAX = 224;

  boolean fit(int side) {
    return side % step == 0 && side >= min && side <= MAX;
  }

  @Override
  public String toString() {
    return "a multiple of %d from %d to %d".formatted(step, min, MAX);
  }
}
