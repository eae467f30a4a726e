package org.facerepro.face.render;

import java.util.List;
import org.facerepro.core.Require;

/**
 * A change of the colours of a shaded face, as the Basel generator has it: each channel is mixed
 * with the luminance 0.3 r + 0.59 g + 0.11 b, multiplied, and shifted; in linear light.
 *
 * @param gain factor of red, green, blue
 * @param contrast share of the colour in the mixture: 1 leaves it, 0 is grey
 * @param offset added to red, green, blue
 */
public record ColourChange(List<Double> gain, double contrast, List<Double> offset) {
  /** Leaves colours as they are. */
  public static final ColourChange NONE =
      new ColourChange(List.of(1.0, 1.0, 1.0), 1, List.of(0.0, 0.0, 0.0));

  private static final float RED = 0.3f;
  private static final float GREEN = 0.59f;
  private static final float BLUE = 0.11f;

  public ColourChange {
    gain = List.copyOf(gain);
    offset = List.copyOf(offset);
    Require.that(gain.size() == 3, "gain", "three numbers", gain);
    Require.that(offset.size() == 3, "offset", "three numbers", offset);
    Require.between("contrast", contrast, 0, 1e6);
  }

  /** Changes the first points of three channels. */
  void apply(float[] red, float[] green, float[] blue, int count) {
    float own = (float) contrast;
    for (int i = 0; i < count; i++) {
      float grey = (1 - own) * (RED * red[i] + GREEN * green[i] + BLUE * blue[i]);
      red[i] = changed(0, own * red[i] + grey);
      green[i] = changed(1, own * green[i] + grey);
      blue[i] = changed(2, own * blue[i] + grey);
    }
  }

  private float changed(int channel, float light) {
    return Math.max(0, (float) (gain.get(channel) * light + offset.get(channel)));
  }
}
