package org.facerepro.face.scene;

/** The steps of drawing one picture, in their order. */
public enum DrawStage {
  /** Draws of what varies, and the day's paint on the subject's skin. */
  DRESS,
  /** Positions and normals. */
  PLACE,
  /** Projection and light per vertex. */
  LIGHT,
  /** Depth maps of the camera, the lenses and the key light. */
  RASTER,
  /** Paint and light per pixel. */
  SHADE,
  BACKDROP,
  /** Curve, blur and noise of the camera. */
  SENSOR
}
