package org.facerepro.face.basel.file;

import java.util.List;
import org.facerepro.core.Require;

/**
 * All render parameters of a picture in the blocks and with the names of scalismo-faces' format
 * V4.0. Angles are radians; the camera looks along −z with y up.
 *
 * @param pose of the head
 * @param view of the camera
 * @param camera its lens and sensor
 * @param environmentMap soft light
 * @param directionalLight light from one side; taken only where the soft light is empty
 * @param momo coefficients of the morphable model
 * @param imageSize pixels
 * @param colorTransform applied after shading
 * @param version of the format
 */
public record RenderParameters(
    Pose pose,
    View view,
    Camera camera,
    EnvironmentMap environmentMap,
    DirectionalLight directionalLight,
    Momo momo,
    ImageSize imageSize,
    ColorTransform colorTransform,
    String version) {
  /** The version that is read and written. */
  public static final String VERSION = "V4.0";

  public RenderParameters {
    Require.that(version.equals(VERSION), "version", VERSION, version);
  }

  /**
   * Pose of the head.
   *
   * @param scaling factor on the model
   * @param translation mm
   * @param roll radians
   * @param yaw radians
   * @param pitch radians
   */
  public record Pose(double scaling, Triple translation, double roll, double yaw, double pitch) {
    public Pose {
      Require.between("scaling", scaling, 1e-9, 1e9);
      angles(roll, yaw, pitch);
    }
  }

  /** Pose of the camera: mm and radians. */
  public record View(Triple translation, double roll, double yaw, double pitch) {
    /** At the origin, looking along −z. */
    public static final View ORIGIN = new View(Triple.ZERO, 0, 0, 0);

    public View {
      angles(roll, yaw, pitch);
    }
  }

  /**
   * Lens and sensor.
   *
   * @param focalLength mm, in the units of {@code sensorSize}
   * @param principalPoint in units of half the picture, y up: 0, 0 is its middle
   * @param sensorSize mm
   * @param near distance of the near plane, mm
   * @param far distance of the far plane, mm
   * @param orthographic whether there is no perspective
   */
  public record Camera(
      double focalLength,
      Pair principalPoint,
      Pair sensorSize,
      double near,
      double far,
      boolean orthographic) {
    public Camera {
      Require.between("focalLength", focalLength, 1e-9, 1e9);
      Require.between("near", near, 0, 1e12);
      Require.between("far", far, near, 1e12);
    }
  }

  /**
   * Soft light.
   *
   * @param coefficients one colour for each spherical harmonic, band by band: at most 9
   */
  public record EnvironmentMap(List<Triple> coefficients) {
    public EnvironmentMap {
      coefficients = List.copyOf(coefficients);
      Require.between("coefficients", coefficients.size(), 0, 9);
    }
  }

  /** A distant light: colours, unit direction towards it, exponent of the highlight. */
  public record DirectionalLight(
      Triple ambient, Triple diffuse, Triple direction, Triple specular, double shininess) {
    /** No such light, with the format's usual exponent. */
    public static final DirectionalLight OFF =
        new DirectionalLight(Triple.ZERO, Triple.ZERO, new Triple(0, 0, 1), Triple.ZERO, 10);

    public DirectionalLight {
      Require.between("shininess", shininess, 0, 1e6);
    }
  }

  /** Coefficients in standard deviations, and the model's address; empty if not told. */
  public record Momo(
      List<Double> shape, List<Double> color, List<Double> expression, String modelURI) {
    public Momo {
      shape = finite("shape", shape);
      color = finite("color", color);
      expression = finite("expression", expression);
    }
  }

  /** Size of the picture in pixels. */
  public record ImageSize(int width, int height) {
    public ImageSize {
      Require.between("width", width, 1, 1 << 16);
      Require.between("height", height, 1, 1 << 16);
    }
  }

  /** Colour change after shading: factor and shift of each channel, and contrast. */
  public record ColorTransform(Triple gain, double colorContrast, Triple offset) {
    /** Leaves colours as they are. */
    public static final ColorTransform NEUTRAL =
        new ColorTransform(new Triple(1, 1, 1), 1, Triple.ZERO);

    public ColorTransform {
      Require.between("colorContrast", colorContrast, 0, 1e6);
    }
  }

  private static void angles(double roll, double yaw, double pitch) {
    Require.between("roll", roll, -100, 100);
    Require.between("yaw", yaw, -100, 100);
    Require.between("pitch", pitch, -100, 100);
  }

  private static List<Double> finite(String key, List<Double> values) {
    for (int i = 0; i < values.size(); i++) {
      Require.that(
          Double.isFinite(values.get(i)), key + "[" + i + "]", "a finite number", values.get(i));
    }
    return List.copyOf(values);
  }
}
