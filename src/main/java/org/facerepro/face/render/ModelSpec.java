package org.facerepro.face.render;

import org.facerepro.core.Require;

/**
 * Which pictures of a morphable model are made.
 *
 * @param subjects number of subjects
 * @param samples pictures of each subject
 * @param width pixels
 * @param height pixels
 * @param camera camera before centring
 * @param centring how pictures are moved to the face
 * @param spread how widely faces and scenes scatter
 * @param background colour behind the face, sRGB {@code 0xRRGGBB}
 * @param colours change of the face's colours after shading
 */
public record ModelSpec(
    int subjects,
    int samples,
    int width,
    int height,
    PinholeCamera camera,
    Centring centring,
    SceneSpread spread,
    int background,
    ColourChange colours) {
  private static final int SMALLEST = 16;
  private static final int LARGEST = 2048;

  public ModelSpec {
    Require.between("subjects", subjects, 1, Integer.MAX_VALUE);
    Require.between("samples", samples, 1, Integer.MAX_VALUE);
    Require.between("width", width, SMALLEST, LARGEST);
    Require.between("height", height, SMALLEST, LARGEST);
    Require.between("background", background, 0, 0xffffff);
  }

  /** Returns square pictures of {@code size} pixels, the face's box in the middle, on grey. */
  public static ModelSpec of(int subjects, int samples, int size) {
    return new ModelSpec(
        subjects,
        samples,
        size,
        size,
        PinholeCamera.STANDARD,
        Centring.FACE_BOX,
        SceneSpread.STANDARD,
        0x808080,
        ColourChange.NONE);
  }

  /** Returns the same with other centring. */
  public ModelSpec with(Centring other) {
    return new ModelSpec(
        subjects, samples, width, height, camera, other, spread, background, colours);
  }

  /** Returns the same with another spread. */
  public ModelSpec with(SceneSpread other) {
    return new ModelSpec(
        subjects, samples, width, height, camera, centring, other, background, colours);
  }
}
