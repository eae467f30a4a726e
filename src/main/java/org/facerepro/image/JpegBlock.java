package org.facerepro.image;

/**
 * Transforms, quantises and codes the 8 x 8 blocks of one component.
 *
 * <p>The transform is the scaled cosine transform of Arai, Agui and Nakajima (1988), whose factors
 * go into the quantiser; plain float arithmetic, the same on every machine.
 */
final class JpegBlock {
  private static final float C4 = (float) 0.7071067811865476;
  private static final float C6 = (float) 0.3826834323650898;
  private static final float C2_MINUS_C6 = (float) 0.5411961001461969;
  private static final float C2_PLUS_C6 = (float) 1.3065629648763766;

  /** Added to a small number, leaves no bits for a fraction: rounds to nearest. */
  private static final float ROUND = 1.5f * (1 << 23);

  private static final int END_OF_BLOCK = 0x00;
  private static final int SIXTEEN_ZEROS = 0xf0;

  private final float[] factors = new float[64];
  private final float[] block = new float[64];
  private final JpegTables.Huffman dc;
  private final JpegTables.Huffman ac;
  private int last;

  JpegBlock(int[] steps, JpegTables.Huffman dc, JpegTables.Huffman ac) {
    this.dc = dc;
    this.ac = ac;
    double[] scale = new double[8];
    for (int i = 0; i < 8; i++) {
      scale[i] = i == 0 ? 1 : StrictMath.sqrt(2) * StrictMath.cos(i * StrictMath.PI / 16);
    }
    for (int i = 0; i < 64; i++) {
      factors[i] = (float) (1 / (8.0 * steps[i] * scale[i / 8] * scale[i % 8]));
    }
  }

  /** Codes the block of a plane that starts at {@code first}. */
  void code(float[] plane, int first, int stride, JpegBits out) {
    for (int y = 0; y < 8; y++) {
      transform(plane, first + y * stride, block, 8 * y, 1);
    }
    for (int x = 0; x < 8; x++) {
      transform(block, x, block, x, 8);
    }
    for (int i = 0; i < 64; i++) {
      block[i] = block[i] * factors[i] + ROUND;
    }
    entropy(out);
  }

  /** Transforms eight numbers that lie {@code s} apart, from {@code at} on, to {@code i} on. */
  private static void transform(float[] from, int at, float[] d, int i, int s) {
    float sum07 = from[at] + from[at + 7 * s];
    float dif07 = from[at] - from[at + 7 * s];
    float sum16 = from[at + s] + from[at + 6 * s];
    float dif16 = from[at + s] - from[at + 6 * s];
    float sum25 = from[at + 2 * s] + from[at + 5 * s];
    float dif25 = from[at + 2 * s] - from[at + 5 * s];
    float sum34 = from[at + 3 * s] + from[at + 4 * s];
    float dif34 = from[at + 3 * s] - from[at + 4 * s];
    float outer = sum07 + sum34;
    float outerDif = sum07 - sum34;
    float inner = sum16 + sum25;
    float innerDif = sum16 - sum25;
    d[i] = outer + inner;
    d[i + 4 * s] = outer - inner;
    float turned = (innerDif + outerDif) * C4;
    d[i + 2 * s] = outerDif + turned;
    d[i + 6 * s] = outerDif - turned;
    float a = dif34 + dif25;
    float b = dif25 + dif16;
    float c = dif16 + dif07;
    float z5 = (a - c) * C6;
    float z2 = C2_MINUS_C6 * a + z5;
    float z4 = C2_PLUS_C6 * c + z5;
    float z3 = b * C4;
    float z11 = dif07 + z3;
    float z13 = dif07 - z3;
    d[i + 5 * s] = z13 + z2;
    d[i + 3 * s] = z13 - z2;
    d[i + s] = z11 + z4;
    d[i + 7 * s] = z11 - z4;
  }

  private void entropy(JpegBits out) {
    int mean = (int) (block[0] - ROUND);
    value(dc, 0, mean - last, out);
    last = mean;
    int zeros = 0;
    for (int k = 1; k < 64; k++) {
      float rounded = block[JpegTables.ZIGZAG[k]];
      if (rounded == ROUND) {
        zeros++;
        continue;
      }
      for (; zeros > 15; zeros -= 16) {
        symbol(ac, SIXTEEN_ZEROS, out);
      }
      value(ac, zeros << 4, (int) (rounded - ROUND), out);
      zeros = 0;
    }
    if (zeros > 0) {
      symbol(ac, END_OF_BLOCK, out);
    }
  }

  private static void value(JpegTables.Huffman table, int run, int value, JpegBits out) {
    int size = 32 - Integer.numberOfLeadingZeros(Math.abs(value));
    int code = table.code(run | size);
    int low = value < 0 ? value + (1 << size) - 1 : value;
    out.bits((code >> 5) << size | low, (code & 31) + size);
  }

  private static void symbol(JpegTables.Huffman table, int symbol, JpegBits out) {
    int code = table.code(symbol);
    out.bits(code >> 5, code & 31);
  }
}
