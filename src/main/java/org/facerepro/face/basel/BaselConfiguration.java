package org.facerepro.face.basel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facerepro.face.basel.file.RenderParameters;
import org.facerepro.face.law.Law;

/**
 * What the Basel generator is asked for, as laws and ranges; values of angles are in degrees.
 *
 * @param program what is drawn by chance and what runs through a grid
 * @param seed root of randomness, 0 where the file has none
 * @param outputDirectory folder of the files, as written
 * @param backgrounds pictures behind the face
 * @param kinds pictures made of each face
 * @param model model and coefficients
 * @param centring how faces are placed
 * @param size width and height of pictures
 * @param defaults pose, camera and colours before variation
 * @param landmarks names of the landmarks to write
 * @param regions region maps to draw
 * @param semantics how the file was understood
 */
public record BaselConfiguration(
    Program program,
    long seed,
    String outputDirectory,
    Backgrounds backgrounds,
    Set<ImageKind> kinds,
    ModelPart model,
    Centring centring,
    RenderParameters.ImageSize size,
    Defaults defaults,
    List<String> landmarks,
    List<RegionMap> regions,
    Semantics semantics) {

  public BaselConfiguration {
    kinds = Set.copyOf(kinds);
    landmarks = List.copyOf(landmarks);
    regions = List.copyOf(regions);
  }

  /** Returns the light from one side that the file names; none in the controlled program. */
  public RenderParameters.DirectionalLight directional() {
    return program instanceof RandomFaces random
        ? random.illumination().directional()
        : RenderParameters.DirectionalLight.OFF;
  }

  /** One of the peer's two programs. */
  public sealed interface Program {}

  /** {@code RandomFaces}: pose and light by chance. */
  public record RandomFaces(Illumination illumination, PoseLaws pose) implements Program {}

  /** {@code ControlledFaces}: a grid of backgrounds, poses and lights. */
  public record ControlledFaces(ControlledGrid grid) implements Program {}

  /** Laws of pose: degrees, pixels, factor on the focal length. */
  public record PoseLaws(Law yaw, Law pitch, Law roll, Law shiftX, Law shiftY, Law scaling) {}

  /** Whether and from where backgrounds come; the ending has its dot. */
  public record Backgrounds(boolean insert, String directory, String extension) {}

  /** A picture of the face. */
  public enum ImageKind {
    RENDER,
    DEPTH,
    COLOR_CORRESPONDENCE_IMAGE,
    NORMALS,
    ALBEDO,
    ILLUMINATION,
    REGION_MAPS
  }

  /**
   * Model and identities; a dimension of 0 is the mean.
   *
   * @param subjects number of identities
   * @param samples pictures of each
   * @param file model, as written
   * @param shape components of shape
   * @param colour components of colour
   * @param expression components of expression
   * @param shapeLaw law of every shape coefficient
   * @param colourLaw law of every colour coefficient
   * @param expressionLaw law of every expression coefficient
   * @param expressions whether every picture has an expression
   */
  public record ModelPart(
      int subjects,
      int samples,
      String file,
      int shape,
      int colour,
      int expression,
      Law shapeLaw,
      Law colourLaw,
      Law expressionLaw,
      boolean expressions) {}

  /** How light is drawn. */
  public enum IlluminationType {
    EMPIRICAL,
    MULTIVARIATE_NORMAL,
    STATIC_FRONTAL
  }

  /**
   * Light of the random program.
   *
   * @param type how it is drawn
   * @param directory folder of the prior, as written
   * @param noColour whether the channels are made equal
   * @param energy energy that every light is scaled to; empty for its own
   * @param directional light beside
   */
  public record Illumination(
      IlluminationType type,
      String directory,
      boolean noColour,
      Optional<Double> energy,
      RenderParameters.DirectionalLight directional) {}

  /** How faces are placed in the picture. */
  public enum Centring {
    NONE,
    FACEBOX,
    LANDMARK
  }

  /** Pose, view, camera and colours before anything is varied. */
  public record Defaults(
      RenderParameters.Pose pose,
      RenderParameters.View view,
      RenderParameters.Camera camera,
      RenderParameters.ColorTransform colours) {}

  /** A map of regions: name, mapping and texture files, as written. */
  public record RegionMap(String name, String mapping, String texture) {}
}
