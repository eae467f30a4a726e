package org.facerepro.face.truth;

import java.util.Arrays;
import java.util.Optional;
import org.facerepro.core.EnumNames;

/** A map of ground truth: one value for each pixel of a picture. */
public enum TruthKind {
  /** Distance along the camera's axis, mm, one channel; 0 where nothing is seen. */
  DEPTH(1),
  /** Unit normals in camera space: x right, y up, z to the viewer; 0, 0, 0 where nothing is. */
  NORMALS(3),
  /** Share of light that the surface reflects, linear, red, green, blue. */
  ALBEDO(3),
  /** What a surface of albedo 1 would send to the camera, linear, red, green, blue. */
  ILLUMINATION(3),
  /** Where on the mean head the seen surface point lies, mm in head space. */
  CORRESPONDENCE(3),
  /** Named part of the mesh. */
  REGIONS(1),
  /** What is seen: skin, hair, glasses, background. */
  SEGMENTATION(1);

  private final int channels;

  TruthKind(int channels) {
    this.channels = channels;
  }

  /** Returns the numbers per pixel. */
  public int channels() {
    return channels;
  }

  /** Returns whether the values are labels, not measures. */
  public boolean labelled() {
    return this == REGIONS || this == SEGMENTATION;
  }

  /** Returns the written name, such as {@code depth}. */
  public String label() {
    return EnumNames.of(this);
  }

  /** Returns the kind with a written name. */
  public static Optional<TruthKind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
