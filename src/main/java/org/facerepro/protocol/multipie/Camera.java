package org.facerepro.protocol.multipie;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A camera of Multi-PIE: thirteen at head height every 15°, two raised ones. Yaw is negative on the
 * side of camera 11_0.
 */
public enum Camera {
  C11_0("11_0", -90, 1, Side.LEFT),
  C12_0("12_0", -75, 2, Side.LEFT),
  C09_0("09_0", -60, 3, Side.LEFT),
  C08_0("08_0", -45, 4, Side.FRONTAL),
  C13_0("13_0", -30, 5, Side.FRONTAL),
  C14_0("14_0", -15, 6, Side.FRONTAL),
  C05_1("05_1", 0, 7, Side.FRONTAL),
  C05_0("05_0", 15, 8, Side.FRONTAL),
  C04_1("04_1", 30, 9, Side.FRONTAL),
  C19_0("19_0", 45, 10, Side.FRONTAL),
  C20_0("20_0", 60, 11, Side.RIGHT),
  C01_0("01_0", 75, 12, Side.RIGHT),
  C24_0("24_0", 90, 13, Side.RIGHT),
  /** Above 08_0. */
  C08_1("08_1", null, 14, Side.FRONTAL),
  /** Above 19_0. */
  C19_1("19_1", null, 18, Side.FRONTAL);

  private static final Map<String, Camera> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Camera::code, Function.identity()));

  private final String folder;
  private final @Nullable Integer yaw;
  private final int flash;
  private final Side side;

  Camera(String folder, @Nullable Integer yaw, int flash, Side side) {
    this.folder = folder;
    this.yaw = yaw;
    this.flash = flash;
    this.side = side;
  }

  /** Which side of the face a picture keeps; where both eyes are seen it is frontal. */
  public enum Side {
    LEFT,
    FRONTAL,
    RIGHT
  }

  /** Returns the camera of a code as in file names, {@code 051}. */
  static Optional<Camera> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Returns the thirteen cameras at head height, from −90° to 90°. */
  public static List<Camera> level() {
    return Arrays.stream(values()).filter(camera -> camera.yaw != null).toList();
  }

  /** Returns the name of its folder: {@code 05_1}. */
  public String folder() {
    return folder;
  }

  /** Returns how file names write it: {@code 051}. */
  public String code() {
    return folder.replace("_", "");
  }

  /** Returns its yaw in degrees; none for the raised cameras. */
  public OptionalInt yaw() {
    return yaw == null ? OptionalInt.empty() : OptionalInt.of(yaw);
  }

  /** Returns the number of the flash beside it, which is the shot that fires it. */
  public int flash() {
    return flash;
  }

  /** Returns which side of the face its pictures keep. */
  public Side side() {
    return side;
  }
}
