package org.facerepro.image;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A line of small black letters on white, for contact sheets; capitals only. */
public final class Label {
  private static final int COLUMNS = 3;
  private static final int ROWS = 5;
  private static final int SCALE = 2;
  private static final int ADVANCE = (COLUMNS + 1) * SCALE;
  private static final int MARGIN = 2;

  /** Height of every label in pixels. */
  public static final int HEIGHT = ROWS * SCALE + 2 * MARGIN;

  /** Letter, then its five rows of three dots each, upper row first, as one octal digit a row. */
  private static final String GLYPHS =
      "A25755 B65656 C34443 D65556 E74647 F74644 G34553 H55755 I72227 J11152 K55655 L44447 M57755"
          + " N65555 O25552 P65644 Q25573 R65655 S34216 T72222 U55557 V55552 W55775 X55255 Y55222"
          + " Z71247 075557 126227 261247 361216 455711 574616 634757 771222 875757 975716 -00700"
          + " .00002 +02720 #57575 _00007 /11244 :02020";

  private static final Map<Character, String> DOTS = dots();

  private Label() {}

  private static Map<Character, String> dots() {
    Map<Character, String> dots = new HashMap<>();
    for (String glyph : GLYPHS.split(" ", -1)) {
      dots.put(glyph.charAt(0), glyph.substring(1));
    }
    return dots;
  }

  /**
   * Writes a text; what does not fit is cut off, characters without a letter stay blank.
   *
   * @param width of the picture in pixels, 1 or more
   */
  public static RgbImage of(String text, int width) {
    byte[] samples = new byte[RgbImage.CHANNELS * width * HEIGHT];
    Arrays.fill(samples, (byte) 0xff);
    String capitals = text.toUpperCase(Locale.ROOT);
    for (int i = 0; i < capitals.length(); i++) {
      String rows = DOTS.getOrDefault(capitals.charAt(i), "00000");
      for (int dot = 0; dot < ROWS * COLUMNS; dot++) {
        int row = dot / COLUMNS;
        int column = dot % COLUMNS;
        int dots = rows.charAt(row) - '0';
        if (((dots >> (COLUMNS - 1 - column)) & 1) != 0) {
          blacken(samples, width, MARGIN + i * ADVANCE + column * SCALE, MARGIN + row * SCALE);
        }
      }
    }
    return RgbImage.takeOver(width, HEIGHT, samples);
  }

  private static void blacken(byte[] samples, int width, int x0, int y0) {
    for (int y = y0; y < y0 + SCALE; y++) {
      for (int x = x0; x < Math.min(width, x0 + SCALE); x++) {
        int at = RgbImage.CHANNELS * (y * width + x);
        Arrays.fill(samples, at, at + RgbImage.CHANNELS, (byte) 0);
      }
    }
  }
}
