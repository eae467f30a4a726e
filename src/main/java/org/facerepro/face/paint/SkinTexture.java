package org.facerepro.face.paint;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Kernels;
import org.facerepro.face.draw.MixKernel;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.head.BaseHead;
import org.facerepro.face.head.FacePlan;

/**
 * The painted skin and scalp of one subject, unrolled around the head: albedo in linear light and
 * gloss, one texel per millimetre.
 *
 * <p>A worker owns one and repaints it for each subject.
 */
public final class SkinTexture {
  public static final int WIDTH = 288;
  public static final int HEIGHT = 276;
  public static final int CHANNELS = MixKernel.SHORT;
  private static final int LINE = WIDTH * CHANNELS;
  private static final float LEFT = -WIDTH / 2f;
  private static final float TOP = 122;
  private static final int MARGIN = 32;

  /** From this row on strokes run right round the throat, whose back is bare skin, too. */
  private static final int THROAT = row(-80);

  private final MixKernel kernel = Kernels.mix();
  private final float[] texels = new float[WIDTH * HEIGHT * CHANNELS];
  private final float[] kept = new float[WIDTH * HEIGHT * CHANNELS];
  private final float[][] masks = new float[2][WIDTH * HEIGHT];

  /** Columns between which a row of the masks covers anything. */
  private final int[] firstMasked = new int[HEIGHT];

  private final int[] endMasked = new int[HEIGHT];
  private final float[] sine = new float[WIDTH];
  private final float[] halfWidth = new float[HEIGHT];

  /** Rows that were painted over since {@link #keep}. */
  private int firstSoiled = HEIGHT;

  private int endSoiled;

  public SkinTexture() {
    for (int i = 0; i < WIDTH; i++) {
      sine[i] = (float) StrictMath.sin(u(i) / FacePlan.ARC_RADIUS);
    }
    for (int j = 0; j < HEIGHT; j++) {
      halfWidth[j] = BaseHead.paintedHalfWidth(y(j));
    }
  }

  /** Coverage of a brush at a place of the undeformed face, 0 to 1. */
  public interface Brush {
    float at(float x, float y);
  }

  public static float u(int column) {
    return LEFT + column + 0.5f;
  }

  public static float y(int row) {
    return TOP - row - 0.5f;
  }

  public static int row(float y) {
    return (int) Kernel.clamp(TOP - y, 0, HEIGHT - 1);
  }

  public void set(int column, int row, float r, float g, float b, float gloss) {
    int at = (row * WIDTH + column) * CHANNELS;
    texels[at] = r;
    texels[at + 1] = g;
    texels[at + 2] = b;
    texels[at + 3] = gloss;
  }

  /** Remembers the subject's own paint, to which {@link #restore} returns. */
  public void keep() {
    System.arraycopy(texels, 0, kept, 0, texels.length);
    clean();
  }

  /** Takes off every stroke since {@link #keep}. */
  public void restore() {
    for (int j = firstSoiled; j < endSoiled; j++) {
      System.arraycopy(kept, j * LINE, texels, j * LINE, LINE);
    }
    clean();
  }

  private void clean() {
    firstSoiled = HEIGHT;
    endSoiled = 0;
  }

  private void soil(float high, float low) {
    firstSoiled = Math.min(firstSoiled, row(high));
    endSoiled = Math.max(endSoiled, row(low) + 1);
  }

  /**
   * Multiplies the colour by {@code colour} where the brush covers the face between two heights.
   *
   * @param reach distance from the middle of the face beyond which the brush covers nothing, mm
   */
  public void tint(float high, float low, float reach, Brush brush, Rgb colour) {
    stroke(high, low, reach, brush, colour, true, 1);
  }

  /** Multiplies the colour between two heights of the whole face. */
  public void tint(float high, float low, Brush brush, Rgb colour) {
    stroke(high, low, WIDTH, brush, colour, true, 1);
  }

  /**
   * Covers with {@code colour} where the brush covers the face between two heights.
   *
   * @param reach distance from the middle of the face beyond which the brush covers nothing, mm
   */
  public void cover(float high, float low, float reach, Brush brush, Rgb colour, float gloss) {
    stroke(high, low, reach, brush, colour, false, gloss);
  }

  private void stroke(
      float high, float low, float reach, Brush brush, Rgb colour, boolean multiply, float gloss) {
    soil(high, low);
    int last = row(low);
    for (int j = row(high); j <= last; j++) {
      float y = y(j);
      float half = halfWidth[j];
      int end = j < THROAT ? WIDTH - MARGIN : WIDTH;
      for (int i = WIDTH / 2; i < end; i++) {
        float x = half * sine[i];
        if (x > reach) {
          break;
        }
        dab(brush, x, y, j * WIDTH + i, colour, multiply, gloss);
        dab(brush, -x, y, j * WIDTH + WIDTH - 1 - i, colour, multiply, gloss);
      }
    }
  }

  private void dab(
      Brush brush, float x, float y, int texel, Rgb colour, boolean multiply, float gloss) {
    float w = brush.at(x, y);
    if (w > 0) {
      int at = texel * CHANNELS;
      mixTexel(at, w, colour, multiply);
      if (!multiply) {
        texels[at + 3] += (gloss - texels[at + 3]) * w;
      }
    }
  }

  private void mixTexel(int at, float w, Rgb c, boolean multiply) {
    float r = texels[at];
    float g = texels[at + 1];
    float b = texels[at + 2];
    texels[at] = r + ((multiply ? r * c.r() : c.r()) - r) * w;
    texels[at + 1] = g + ((multiply ? g * c.g() : c.g()) - g) * w;
    texels[at + 2] = b + ((multiply ? b * c.b() : c.b()) - b) * w;
  }

  private void mixTexel(int at, float w, float light, Rgb c) {
    texels[at] += (c.r() * light - texels[at]) * w;
    texels[at + 1] += (c.g() * light - texels[at + 1]) * w;
    texels[at + 2] += (c.b() * light - texels[at + 2]) * w;
  }

  /** Density of hair at a place of the undeformed face, whose arc is {@code u}, 0 to 1. */
  public interface Growth {
    float at(float u, float x, float y);
  }

  /** Writes the density of two kinds of growth between two heights into the masks. */
  public void mask(float high, float low, Growth first, Growth second) {
    int last = row(low);
    for (int j = row(high); j <= last; j++) {
      firstMasked[j] = WIDTH;
      for (int i = MARGIN; i < WIDTH - MARGIN; i++) {
        int at = j * WIDTH + i;
        float x = halfWidth[j] * sine[i];
        masks[0][at] = first.at(u(i), x, y(j));
        masks[1][at] = second.at(u(i), x, y(j));
        if (masks[0][at] > 0 || masks[1][at] > 0) {
          firstMasked[j] = Math.min(firstMasked[j], i);
          endMasked[j] = i + 1;
        }
      }
    }
  }

  /**
   * Covers with {@code colour} by the larger of both masks, each times its strength; where hair is
   * thin it lies in the shade of its neighbours.
   */
  public void coverMasks(
      float high, float low, float first, float second, Rgb colour, float gloss) {
    if (first <= 0 && second <= 0) {
      return;
    }
    soil(high, low);
    int last = row(low);
    for (int j = row(high); j <= last; j++) {
      int end = j * WIDTH + endMasked[j];
      for (int i = j * WIDTH + firstMasked[j]; i < end; i++) {
        float w = Math.min(1, Math.max(first * masks[0][i], second * masks[1][i]));
        if (w > 0) {
          mixTexel(CHANNELS * i, w, 0.8f + 0.25f * w, colour);
          texels[CHANNELS * i + 3] += (gloss - texels[CHANNELS * i + 3]) * w;
        }
      }
    }
  }

  /** Reads albedo and gloss between texels into {@code out} from {@code at} on. */
  public void sample(float u, float y, float[] out, int at) {
    float fx = Kernel.clamp(u - LEFT - 0.5f, 0, WIDTH - 1.001f);
    float fy = Kernel.clamp(TOP - y - 0.5f, 0, HEIGHT - 1.001f);
    int column = (int) fx;
    int row = (int) fy;
    int texel = (row * WIDTH + column) * CHANNELS;
    kernel.cell(texels, texel, LINE, fx - column, fy - row, out, at);
  }
}
