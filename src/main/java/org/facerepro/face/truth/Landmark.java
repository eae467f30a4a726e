package org.facerepro.face.truth;

/**
 * One landmark of a picture.
 *
 * @param name its name in its set
 * @param x pixels from the picture's left edge; the middle of the first pixel is 0.5
 * @param y pixels from the picture's upper edge
 * @param depth distance along the camera's axis, mm
 * @param inside whether it lies inside the picture
 * @param visible whether it lies inside and nothing hides it, by the rule it was judged with
 */
public record Landmark(
    String name, double x, double y, double depth, boolean inside, boolean visible) {}
