package org.facerepro.face;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.law.FaceControl;
import org.jspecify.annotations.Nullable;

/**
 * Which controls of light do nothing in a specification's pictures, for their light comes from
 * elsewhere.
 *
 * @param idle those that do nothing
 * @param cause what makes them idle, as a specification writes it
 */
record LightControls(Set<FaceControl> idle, String cause) {
  private static final Set<FaceControl> OF_PLACES =
      EnumSet.of(
          FaceControl.LIGHT_SCENE,
          FaceControl.LIGHT_AZIMUTH,
          FaceControl.LIGHT_ELEVATION,
          FaceControl.LIGHT_KEY_SHARE,
          FaceControl.LIGHT_WARMTH,
          FaceControl.LIGHT_SKY,
          FaceControl.LIGHT_RIM,
          FaceControl.LIGHT_SHADOW_DEPTH,
          FaceControl.LIGHT_CAST_SHADOW);

  private static final Set<FaceControl> SOFT =
      EnumSet.of(FaceControl.LIGHT_SKY, FaceControl.LIGHT_RIM);

  LightControls {
    idle = Collections.unmodifiableSet(idle);
  }

  /**
   * Finds them.
   *
   * @param builtIn whether the head is the built-in one, of which a prior lights the soft part only
   */
  static LightControls of(boolean builtIn, @Nullable ModelLight light, @Nullable LightPrior prior) {
    if (prior != null) {
      return new LightControls(builtIn ? SOFT : OF_PLACES, "lightPrior");
    }
    return light == ModelLight.PLACE
        ? new LightControls(OF_PLACES, "light: place")
        : new LightControls(Set.of(), "");
  }

  /**
   * Requires that no law or axis is of one that does nothing.
   *
   * @throws InvalidValueException naming the first that is, and all that do nothing
   */
  void require(Collection<String> laws, List<SweepAxis> sweep) {
    laws.stream().sorted().forEach(name -> require("laws/" + name, name));
    sweep.forEach(axis -> require("sweep", axis.control()));
  }

  private void require(String key, String name) {
    if (idle.stream().anyMatch(control -> control.label().equals(name))) {
      throw new InvalidValueException(
          key,
          "a control that acts beside "
              + cause
              + "; these do not: "
              + idle.stream().map(FaceControl::label).collect(Collectors.joining(", ")),
          "'" + name + "'");
    }
  }
}
