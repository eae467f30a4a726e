package org.facerepro.face.basel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facerepro.face.basel.file.CsvLayout;
import org.facerepro.face.basel.file.CsvRow;
import org.facerepro.face.basel.file.Pair;
import org.facerepro.face.basel.file.RenderParameters;
import org.facerepro.face.basel.file.Triple;
import org.facerepro.face.model.Coefficients;
import org.facerepro.face.render.ModelPicture;
import org.facerepro.face.render.SphericalLight;
import org.facerepro.face.render.ViewPose;

/** Pictures of morphable models as the Basel generator's parameter files. */
public final class BaselRecords {
  /** Width of the sensor that is written, mm; only its ratio to the focal length shows. */
  private static final double SENSOR = 15;

  private BaselRecords() {}

  /**
   * Returns the render parameters of a picture. What centring did stands in focal length, principal
   * point and roll.
   *
   * @param directional light beside the soft one, which the format's programs leave out where there
   *     is a soft one
   * @param colours change of colours after shading
   */
  public static RenderParameters of(
      ModelPicture picture,
      RenderParameters.DirectionalLight directional,
      RenderParameters.ColorTransform colours) {
    ViewPose view = picture.pose();
    List<Double> r = view.rotation();
    Coefficients face = picture.face();
    double height = SENSOR * view.height() / view.width();
    return new RenderParameters(
        new RenderParameters.Pose(
            1,
            Triple.of(view.translation()),
            StrictMath.atan2(r.get(3), r.get(0)),
            StrictMath.asin(Math.max(-1, Math.min(1, -r.get(6)))),
            StrictMath.atan2(r.get(7), r.get(8))),
        RenderParameters.View.ORIGIN,
        new RenderParameters.Camera(
            view.focal() * SENSOR / view.width(),
            new Pair(
                2 * view.principalX() / view.width() - 1,
                1 - 2 * view.principalY() / view.height()),
            new Pair(SENSOR, height),
            view.near(),
            view.far(),
            false),
        new RenderParameters.EnvironmentMap(harmonics(picture.light())),
        directional,
        new RenderParameters.Momo(
            list(face.shape()), list(face.colour()), list(face.expression()), ""),
        new RenderParameters.ImageSize(view.width(), view.height()),
        colours,
        RenderParameters.VERSION);
  }

  /** Returns the row of numbers of render parameters: 536 with 199, 199 and 100 coefficients. */
  public static CsvRow row(RenderParameters parameters) {
    RenderParameters.Momo momo = parameters.momo();
    return CsvRow.of(
        parameters,
        new CsvLayout(momo.shape().size(), momo.color().size(), momo.expression().size()));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static List<Triple> harmonics(SphericalLight light) {
    double[] c = LightChanges.measured(light);
    List<Triple> out = new ArrayList<>();
    for (int k = 0; k < SphericalLight.TERMS; k++) {
      out.add(new Triple(c[k], c[SphericalLight.TERMS + k], c[2 * SphericalLight.TERMS + k]));
    }
    return out;
  }
}
