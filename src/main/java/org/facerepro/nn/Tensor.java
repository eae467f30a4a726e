package org.facerepro.nn;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** An immutable row-major array of float32 values in Java memory, of any shape. */
public final class Tensor {
  private final long[] shape;
  private final float[] values;

  private Tensor(long[] shape, float[] values) {
    long size = 1;
    for (long length : shape) {
      if (length < 0) {
        throw new IllegalArgumentException("negative length in shape " + Arrays.toString(shape));
      }
      size = Math.multiplyExact(size, length);
    }
    if (size != values.length) {
      throw new IllegalArgumentException(
          values.length + " values do not fill the shape " + Arrays.toString(shape));
    }
    this.shape = shape;
    this.values = values;
  }

  /** Makes a tensor that takes {@code values} over; the caller must not touch the array again. */
  public static Tensor takeOver(float[] values, long... shape) {
    return new Tensor(shape.clone(), values);
  }

  /** Returns the lengths of the axes; an empty array for a single number. */
  public long[] shape() {
    return shape.clone();
  }

  public int size() {
    return values.length;
  }

  /** Returns the value at a row-major index. */
  public float at(int index) {
    return values[index];
  }

  /** Returns a read-only view of the values in row-major order. */
  public FloatBuffer buffer() {
    return FloatBuffer.wrap(values).asReadOnlyBuffer();
  }

  /** Returns a copy of the values in row-major order. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
