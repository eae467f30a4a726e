package org.facerepro.face.draw;

/**
 * A triangle over its box of pixels, ready to be filled: three edge values that are not negative
 * inside, and nearness, at the centre of the box's first pixel and how they grow.
 */
final class SmallTriangle {
  int id;

  /** Offset of the box's first pixel. */
  int first;

  int columns;
  int rows;
  int edgeA;
  int edgeB;
  int edgeC;
  int rightA;
  int rightB;
  int rightC;
  int downA;
  int downB;
  int downC;
  float near;
  float rightNear;
  float downNear;
}
