package org.facerepro.protocol.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the 64 lights of Extended Yale B.
 *
 * @param azimuth in degrees, positive on the left of the picture
 * @param elevation in degrees, positive above
 */
record YaleLight(int azimuth, int elevation) {
  private static final Pattern NAME = Pattern.compile(".*A([+-][0-9]{3})E([+-][0-9]{2})\\.pgm");

  /** Lights on the camera's meridian, by elevation. */
  private static final int[] MIDDLE = {0, 20, 45, 90, -20, -35};

  /** Lights on either side: azimuth, then elevations. */
  private static final int[][] SIDES = {
    {5, 10, -10},
    {10, 0, -20},
    {15, 20},
    {20, 10, -10, -40},
    {25, 0},
    {35, 15, 40, 65, -20},
    {50, 0, -40},
    {60, 20, -20},
    {70, 0, 45, -35},
    {85, 20, -20},
    {95, 0},
    {110, 15, 40, 65, -20},
    {120, 0},
    {130, 20}
  };

  /**
   * Largest angles between light and camera axis of the subsets, in degrees. The published bounds
   * are 12, 25, 50 and 77; these lie a little above, between the angles there are: 25 degrees of
   * A±025E+00 belong to the second subset and 51.1 of A±035E+40 to the third, as their published
   * sizes of 12 lights each show.
   */
  private static final double[] BOUNDS = {12.5, 25.5, 52, 77.5};

  /** Least and largest absolute azimuth of each bin, in degrees; our choice. */
  private static final int[] AZIMUTHS = {0, 25, 35, 50, 60, 85, 95, 130};

  /** The same of elevations. */
  private static final int[] ELEVATIONS = {0, 20, 35, 45, 65, 90};

  /** How lights are put into groups. */
  enum Bins {
    /** The subsets of the usual experiments. */
    SUBSETS,
    /** The absolute azimuth. */
    AZIMUTH,
    /** The absolute elevation. */
    ELEVATION
  }

  static List<YaleLight> all() {
    List<YaleLight> lights = new ArrayList<>();
    for (int elevation : MIDDLE) {
      lights.add(new YaleLight(0, elevation));
    }
    for (int[] side : SIDES) {
      for (int i = 1; i < side.length; i++) {
        lights.add(new YaleLight(side[0], side[i]));
        lights.add(new YaleLight(-side[0], side[i]));
      }
    }
    return lights;
  }

  /** Returns the light of a picture, by its name. */
  static YaleLight of(String image) {
    Matcher matcher = NAME.matcher(image);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(image);
    }
    return new YaleLight(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Returns {@code A+035E-20}. */
  String written() {
    return String.format(Locale.ROOT, "A%+04dE%+03d", azimuth, elevation);
  }

  /** Returns the group of a comparison under two lights, that of the harder one. */
  static String group(YaleLight a, YaleLight b, Bins bins) {
    return switch (bins) {
      case SUBSETS -> "lights-" + Math.max(a.subset(), b.subset());
      case AZIMUTH -> bin("azimuth", Math.max(Math.abs(a.azimuth), Math.abs(b.azimuth)), AZIMUTHS);
      case ELEVATION ->
          bin("elevation", Math.max(Math.abs(a.elevation), Math.abs(b.elevation)), ELEVATIONS);
    };
  }

  /**
   * Names the bin of an angle: {@code azimuth-35-50}.
   *
   * @param bounds least and largest angle of each bin
   */
  private static String bin(String what, int angle, int[] bounds) {
    int at = 0;
    while (angle > bounds[at + 1]) {
      at += 2;
    }
    return "%s-%d-%d".formatted(what, bounds[at], bounds[at + 1]);
  }

  /** Returns all groups of a kind. */
  static List<String> groups(Bins bins) {
    return all().stream().map(light -> group(light, light, bins)).distinct().sorted().toList();
  }

  /** Returns the subset of the usual experiments, 1 (frontal light) to 5. */
  int subset() {
    double cosine =
        StrictMath.cos(StrictMath.toRadians(azimuth))
            * StrictMath.cos(StrictMath.toRadians(elevation));
    double angle = StrictMath.toDegrees(StrictMath.acos(cosine));
    int subset = 1;
    for (double bound : BOUNDS) {
      subset += angle > bound ? 1 : 0;
    }
    return subset;
  }
}
