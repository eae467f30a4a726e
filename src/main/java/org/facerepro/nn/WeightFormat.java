package org.facerepro.nn;

import java.util.Arrays;

/**
 * What the weights in a file are held in. A tensor with at most one axis longer than 1, such as the
 * scales and statistics of a normalisation, is float32 in all formats: these are few, and their
 * range is wide.
 */
public enum WeightFormat {
  FLOAT32(ElementType.F32),
  /** IEEE 754 binary16: eleven bits of mantissa, magnitudes to 65,504. */
  FLOAT16(ElementType.F16),
  /** Eight bits of mantissa, the range of float32. */
  BFLOAT16(ElementType.BF16);

  private final ElementType large;

  WeightFormat(ElementType large) {
    this.large = large;
  }

  /** Returns the type of the numbers of a tensor of this shape. */
  ElementType of(long... shape) {
    return Arrays.stream(shape).filter(length -> length > 1).count() > 1 ? large : ElementType.F32;
  }

  /** Returns the bytes of a tensor's values. */
  public long bytes(long... shape) {
    return Arrays.stream(shape).reduce(of(shape).bytes(), Math::multiplyExact);
  }
}
