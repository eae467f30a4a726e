package org.facerepro.face.scene;

import java.util.List;
import org.facerepro.face.draw.PictureCamera;
import org.facerepro.face.draw.Rotation;
import org.facerepro.face.draw.VisibleSurface;
import org.facerepro.image.Similarity;

/**
 * The drawn scene of a worker's last picture: what ground truth is read from. Valid until the
 * worker draws another picture; nothing may be written to its arrays.
 *
 * @param model the head
 * @param painted the subject
 * @param look state of skin and hair, and what is worn
 * @param lighting the light, in head space
 * @param materials albedo of every part
 * @param rotation turn of the head
 * @param distance from the camera to the head's origin, mm
 * @param alignment from the picture plane at unit focal length, y down, to pixels
 * @param size width and height of the picture in pixels
 * @param spans which triangles were drawn
 * @param buffers the worker's buffers
 */
public record RenderedView(
    HeadModel model,
    PaintedSubject painted,
    Look look,
    Lighting lighting,
    Materials materials,
    Rotation rotation,
    double distance,
    Similarity alignment,
    int size,
    List<VisibleSurface.Span> spans,
    RenderWorkspace buffers) {

  public RenderedView {
    spans = List.copyOf(spans);
  }

  static RenderedView of(
      HeadModel model,
      PaintedSubject painted,
      Look look,
      Lighting lighting,
      Materials materials,
      Rotation rotation,
      FaceParameters.PoseParameters pose,
      RenderWorkspace ws) {
    return new RenderedView(
        model,
        painted,
        look,
        lighting,
        materials,
        rotation,
        pose.distance(),
        ws.alignment,
        ws.size(),
        ws.spans,
        ws);
  }

  /** Returns the camera of the picture, crop and alignment included. */
  public PictureCamera camera() {
    return camera(rotation, distance, alignment, 1);
  }

  /** Returns the camera of a picture that is enlarged by a factor. */
  static PictureCamera camera(Rotation turn, double distance, Similarity align, double factor) {
    return PictureCamera.of(
        turn,
        distance,
        factor * align.a(),
        factor * align.b(),
        factor * align.tx(),
        factor * align.ty());
  }

  /** Returns the positions of all vertices in head space {@code [V, 3]}, mm; not a copy. */
  public float[] positions() {
    return buffers.positions;
  }

  /** Returns the unit normals of all vertices in head space {@code [V, 3]}; not a copy. */
  public float[] normals() {
    return buffers.normals;
  }

  /** Returns the triangles of the whole scene, drawn or not; not a copy. */
  public int[] triangles() {
    return model.layout().triangles();
  }

  /** Returns the part of the scene that a triangle belongs to, by the offset of its corner. */
  public Part part(int triangle) {
    for (Part part : Part.values()) {
      if (triangle < model.layout().endIndex(part)) {
        return part;
      }
    }
    throw new IllegalArgumentException("no part has the triangle at " + triangle);
  }
}
