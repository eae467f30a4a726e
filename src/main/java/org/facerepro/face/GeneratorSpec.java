package org.facerepro.face;

import org.facerepro.core.Require;
import org.facerepro.face.scene.Crop;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.Framing;
import org.jspecify.annotations.Nullable;

/**
 * What to generate.
 *
 * @param domain kind of picture
 * @param subjects number of subjects, 1 to 10 million
 * @param samplesPerSubject pictures of each subject, 1 to 100,000
 * @param size width and height of every picture in pixels, 64 to 1024; null for 112
 * @param crop what every picture shows; null for aligned faces
 */
public record GeneratorSpec(
    FaceDomain domain,
    int subjects,
    int samplesPerSubject,
    @Nullable Integer size,
    @Nullable Crop crop) {
  /** Width and height of pictures in pixels where nothing else is asked for. */
  public static final int SIZE = Framing.USUAL_SIZE;

  public GeneratorSpec {
    Require.between("subjects", subjects, 1L, 10_000_000L);
    Require.between("samplesPerSubject", samplesPerSubject, 1L, 100_000L);
    if (size != null) {
      Require.between("size", size, 64, 1024);
    }
  }

  /** Asks for aligned pictures of the usual size. */
  public GeneratorSpec(FaceDomain domain, int subjects, int samplesPerSubject) {
    this(domain, subjects, samplesPerSubject, null, null);
  }

  /** Returns size and section of every picture. */
  public Framing framing() {
    return new Framing(size == null ? SIZE : size, crop == null ? Crop.ALIGNED : crop);
  }
}
