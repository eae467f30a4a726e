package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;

/** How pictures enter the engine. */
public final class Inputs {
  private Inputs() {}

  /**
   * Makes {@code [count, 3, side, side]} out of a direct buffer, lying channels-last in memory,
   * which convolutions on a CPU like best. The buffer is free again once the result is computed.
   */
  public static NDArray pictures(NDManager manager, ByteBuffer pixels, int count, int side) {
    ByteBuffer part = pixels.duplicate().order(pixels.order()).rewind();
    part.limit(Float.BYTES * 3 * count * side * side);
    NDArray planes = manager.create(part, new Shape(count, 3, side, side), DataType.FLOAT32);
    NDArray interleaved = planes.transpose(0, 2, 3, 1).reshape(count, side, 3L * side);
    return interleaved.reshape(count, side, side, 3).transpose(0, 3, 1, 2);
  }
}
