package org.facerepro.face.truth;

import java.util.List;
import org.facerepro.face.draw.ShLight;
import org.facerepro.face.draw.Spot;
import org.facerepro.face.draw.Vertices;
import org.facerepro.face.draw.VisibleSurface;
import org.facerepro.face.model.Coefficients;
import org.facerepro.face.model.ColourEncoding;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.render.SphericalLight;

/**
 * The ground truth of one face of a morphable model, seen by a camera: the exact instance, drawn
 * anew at one sample per pixel. Immutable.
 */
public final class ModelScene {
  private final MorphableModel model;
  private final float[] cameraPositions;
  private final float[] cameraNormals;
  private final Coefficients face;
  private final VisibleSurface surface;

  /**
   * Places a face before a camera.
   *
   * @throws org.facerepro.core.InvalidValueException if the coefficients do not fit the model
   */
  public ModelScene(MorphableModel model, Coefficients face, CameraTruth camera) {
    this.model = model;
    float[] positions = floats(model.positions(face));
    int[] triangles = model.triangles();
    float[] normals = new float[positions.length];
    Vertices.normals(positions, triangles, normals);
    cameraPositions = camera.toCamera(positions, true);
    cameraNormals = camera.toCamera(normals, false);
    this.face = face;
    surface =
        VisibleSurface.draw(
            camera.width(),
            camera.height(),
            camera.project(positions),
            triangles,
            List.of(new VisibleSurface.Span(0, triangles.length, true)));
  }

  private static float[] floats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }

  public VisibleSurface surface() {
    return surface;
  }

  /** Returns depth, normals, albedo, places on the mean face and, if there are any, regions. */
  public TruthScene truth() {
    return builder().build();
  }

  /**
   * Returns the same with the illumination by soft light.
   *
   * @param light irradiance in camera space of red, green and blue; kept, not copied
   */
  public TruthScene truth(ShLight[] light) {
    SurfaceField normals = normals();
    return builder()
        .with(
            TruthKind.ILLUMINATION,
            (spot, out) -> {
              normals.at(spot, out);
              float x = out[0];
              float y = out[1];
              float z = out[2];
              for (int k = 0; k < 3; k++) {
                out[k] = Math.max(0, light[k].irradiance(x, y, z));
              }
            })
        .build();
  }

  /** Returns the same with the illumination by light in camera space. */
  public TruthScene truth(SphericalLight light) {
    SurfaceField normals = normals();
    return builder()
        .with(
            TruthKind.ILLUMINATION,
            (spot, out) -> {
              normals.at(spot, out);
              float x = out[0];
              float y = out[1];
              float z = out[2];
              for (int k = 0; k < 3; k++) {
                out[k] = (float) Math.max(0, light.shade(k, x, y, z));
              }
            })
        .build();
  }

  private TruthScene.Builder builder() {
    float[] mean = floats(model.positions(Coefficients.MEAN));
    float[] colours = floats(model.colours(face));
    TruthScene.Builder builder =
        TruthScene.of(surface)
            .with(TruthKind.NORMALS, normals())
            .with(TruthKind.ALBEDO, (spot, out) -> albedo(colours, spot, out))
            .with(TruthKind.CORRESPONDENCE, SurfaceField.ofVertices(mean));
    if (!model.regions().isEmpty()) {
      builder.withRegions(MeshRegions.of(model.vertexCount(), model.regions()));
    }
    return builder;
  }

  private SurfaceField normals() {
    return SurfaceField.ofVertices(cameraNormals).normalised();
  }

  private void albedo(float[] colours, Spot spot, float[] out) {
    for (int k = 0; k < 3; k++) {
      float value = Math.max(0, Math.min(1, spot.value(colours, 3, k)));
      out[k] = model.colourEncoding() == ColourEncoding.LINEAR ? value : linear(value);
    }
  }

  private static float linear(float srgb) {
    return srgb <= 0.04045f ? srgb / 12.92f : (float) StrictMath.pow((srgb + 0.055) / 1.055, 2.4);
  }

  /** Returns where the model's landmarks lie on the picture. */
  public List<Landmark> landmarks(LandmarkVertices landmarks, Visibility rule) {
    return new LandmarkFinder(surface, LandmarkFinder.facing(cameraPositions, cameraNormals), rule)
        .find(landmarks);
  }
}
