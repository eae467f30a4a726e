package org.facerepro.face.scene;

/** Which part of the scene a picture shows. */
public enum Crop {
  /** The five landmarks lie on the ArcFace template, up to a detector's error. */
  ALIGNED,
  /** A square around the landmarks of the face with a margin; the head keeps its roll. */
  FACE_BOX,
  /** The mean of both eyes and the tip of the nose lies in the middle; one scale for all poses. */
  LANDMARK,
  /** Head and shoulders, by a camera that looks at the head's origin. */
  NONE
}
