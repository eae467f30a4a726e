package org.facerepro.protocol.multipie;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A flash of Multi-PIE: one at each camera and three more in the upper row. Shot number {@code n}
 * fires flash {@code n}.
 *
 * @param shot 1 to 18
 * @param yaw where it stands around the subject, in degrees, as cameras are counted
 * @param raised whether it hangs in the upper row
 */
public record Flash(int shot, int yaw, boolean raised) {
  /** Raised flashes hang above the level cameras of these yaws, read from a photograph. */
  private static final List<Flash> RAISED =
      List.of(
          new Flash(14, -45, true),
          new Flash(15, -30, true),
          new Flash(16, 0, true),
          new Flash(17, 30, true),
          new Flash(18, 45, true));

  /** Returns the flash of a shot; nothing for shots 0 and 19, which the room alone lights. */
  public static Optional<Flash> of(int shot) {
    Optional<Flash> level =
        Arrays.stream(Camera.values())
            .filter(camera -> camera.flash() == shot && camera.yaw().isPresent())
            .map(camera -> new Flash(shot, camera.yaw().getAsInt(), false))
            .findFirst();
    return level.or(() -> RAISED.stream().filter(flash -> flash.shot == shot).findFirst());
  }
}
