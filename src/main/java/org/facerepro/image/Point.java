package org.facerepro.image;

/**
 * A place in a picture, in pixels: the centre of the top left pixel is (0, 0), x runs to the right,
 * y down, the convention of OpenCV and of the field's landmark lists.
 */
public record Point(double x, double y) {}
