package org.facerepro.face.draw;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;

/**
 * Tileable grey noise of several grain sizes, made once; subjects differ by where they read it.
 *
 * <p>Every field has mean 0 and standard deviation 1.
 */
public final class NoiseBank {
  private static final int SIZE = 256;
  private static final int MASK = SIZE - 1;

  private final float[] coarse;
  private final float[] middle;
  private final float[] fine;
  private final float[] strands;
  private final float[] calmStrands;

  public NoiseBank(Seed seed) {
    coarse = field(seed.child("coarse").rng(), 32, 32);
    middle = field(seed.child("middle").rng(), 8, 8);
    fine = field(seed.child("fine").rng(), 2, 2);
    strands = field(seed.child("strands").rng(), 2, 16);
    calmStrands = new float[strands.length];
    for (int i = 0; i < strands.length; i++) {
      int line = i & ~MASK;
      float beside = strands[line | ((i - 1) & MASK)] + strands[line | ((i + 1) & MASK)];
      calmStrands[i] = 0.125f * (6 * strands[i] + beside);
    }
  }

  public float coarse(int x, int y) {
    return coarse[index(x, y)];
  }

  public float middle(int x, int y) {
    return middle[index(x, y)];
  }

  public float fine(int x, int y) {
    return fine[index(x, y)];
  }

  /** Returns noise that is drawn out in y, like combed hair. */
  public float strands(int x, int y) {
    return strands[index(x, y)];
  }

  /** Returns the mean of {@link #strands} over about the width of a pixel. */
  public float calmStrands(int x, int y) {
    return calmStrands[index(x, y)];
  }

  private static int index(int x, int y) {
    return (y & MASK) * SIZE + (x & MASK);
  }

  private static float[] field(Rng rng, int cellX, int cellY) {
    int nx = SIZE / cellX;
    int ny = SIZE / cellY;
    float[] lattice = new float[nx * ny];
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = (float) rng.nextGaussian();
    }
    float[] out = new float[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        out[y * SIZE + x] = smooth(lattice, nx, ny, (float) x / cellX, (float) y / cellY);
      }
    }
    standardise(out);
    return out;
  }

  private static float smooth(float[] lattice, int nx, int ny, float x, float y) {
    int ix = (int) x;
    int iy = (int) y;
    float fx = Kernel.step(0, 1, x - ix);
    float fy = Kernel.step(0, 1, y - iy);
    int right = (ix + 1) % nx;
    int below = (iy + 1) % ny;
    float top = Kernel.mix(lattice[iy * nx + ix], lattice[iy * nx + right], fx);
    float bottom = Kernel.mix(lattice[below * nx + ix], lattice[below * nx + right], fx);
    return Kernel.mix(top, bottom, fy);
  }

  private static void standardise(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float v : values) {
      sum += v;
      squares += v * v;
    }
    double mean = sum / values.length;
    double sd = Math.sqrt(squares / values.length - mean * mean);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((values[i] - mean) / sd);
    }
  }
}
