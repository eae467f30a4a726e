package org.facerepro.nn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Weights and pictures by the formula of {@code harness/fixtures/backbone_fixture.py}: a number
 * depends on its tensor's name in PyTorch and its index alone.
 */
final class FormulaWeights {
  private FormulaWeights() {}

  /** Returns number {@code index} of a tensor, in -1 to below 1. */
  static double uniform(int nameHash, int index) {
    int x = nameHash + index * 0x9E3779B9;
    x = (x ^ (x >>> 16)) * 0x7FEB352D;
    x = (x ^ (x >>> 15)) * 0x846CA68B;
    x ^= x >>> 16;
    return Integer.toUnsignedLong(x) / 0x1p31 - 1;
  }

  static int hash(String name) {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }

  /**
   * Returns weights under PyTorch's names.
   *
   * @param shapes by PyTorch's name
   * @param gain variance of an output when inputs have variance 1
   */
  static Map<String, Tensor> weights(Map<String, long[]> shapes, double gain) {
    Map<String, Tensor> weights = new TreeMap<>();
    shapes.forEach(
        (name, shape) -> {
          String stem = name.substring(0, name.lastIndexOf('.'));
          boolean isNorm = shapes.containsKey(stem + ".running_mean");
          weights.put(name, weight(name, shape, isNorm, gain));
        });
    return weights;
  }

  private static Tensor weight(String name, long[] shape, boolean isNorm, double gain) {
    int size = 1;
    for (long length : shape) {
      size *= (int) length;
    }
    double centre = 0;
    double reach;
    if (shape.length > 1) {
      reach = Math.sqrt(3 * gain * shape[0] / size);
    } else if (name.endsWith(".running_var")) {
      centre = 1;
      reach = 0.5;
    } else if (name.endsWith(".running_mean") || name.endsWith(".bias")) {
      reach = 0.1;
    } else {
      centre = isNorm ? 1 : 0.25;
      reach = isNorm ? 0.3 : 0.1;
    }
    int hash = hash(name);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (centre + reach * uniform(hash, i));
    }
    return Tensor.takeOver(values, shape);
  }

  /** Returns {@code [count, 3, side, side]}. */
  static ByteBuffer pictures(int count, int side) {
    int size = 3 * count * side * side;
    ByteBuffer pixels =
        ByteBuffer.allocateDirect(Float.BYTES * size).order(ByteOrder.nativeOrder());
    int hash = hash("input");
    for (int i = 0; i < size; i++) {
      pixels.putFloat((float) uniform(hash, i));
    }
    return pixels.rewind();
  }
}
