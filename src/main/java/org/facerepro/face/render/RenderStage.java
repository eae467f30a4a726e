package org.facerepro.face.render;

/** The stages of a picture, in order. */
public enum RenderStage {
  /** Random draws of a face and its scene. */
  DRAWS,
  /** Vertex positions and colours from coefficients. */
  INSTANCE,
  NORMALS,
  /** Vertices onto the picture, and centring. */
  PROJECTION,
  /** Which triangle is seen through each pixel's centre. */
  RASTER,
  /** Which triangles are seen through the points of pixels where a surface ends. */
  EDGES,
  SHADING,
}
