package org.facerepro.face.truth;

import java.util.Optional;
import org.facerepro.core.EnumNames;

/** A part of the ground truth of a picture: a map, or an entry of its JSON. */
public enum TruthPart {
  DEPTH(TruthKind.DEPTH),
  NORMALS(TruthKind.NORMALS),
  ALBEDO(TruthKind.ALBEDO),
  ILLUMINATION(TruthKind.ILLUMINATION),
  CORRESPONDENCE(TruthKind.CORRESPONDENCE),
  REGIONS(TruthKind.REGIONS),
  SEGMENTATION(TruthKind.SEGMENTATION),
  /** The sets of landmarks that the head names, each point with its visibility. */
  LANDMARKS,
  /** Labels of all attributes. */
  ATTRIBUTES,
  /** Intrinsics and extrinsics. */
  CAMERA,
  /** Soft light as spherical harmonics, and the main light. */
  LIGHT,
  /** Coefficients of shape, colour and expression; where the built-in head's eyes look. */
  COEFFICIENTS;

  private final Optional<TruthKind> map;

  TruthPart(TruthKind map) {
    this.map = Optional.of(map);
  }

  TruthPart() {
    this.map = Optional.empty();
  }

  /** Returns the map that this is; empty for an entry of the JSON. */
  public Optional<TruthKind> map() {
    return map;
  }

  /** Returns the written name, such as {@code depth}. */
  public String label() {
    return EnumNames.of(this);
  }
}
