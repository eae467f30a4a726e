package org.facerepro.face.scene;

import org.facerepro.core.Require;

/**
 * Size and section of a picture.
 *
 * @param size width and height in pixels, 64 to 1024
 * @param crop what the picture shows
 */
public record Framing(int size, Crop crop) {
  /** Width and height of pictures where nothing else is asked for. */
  public static final int USUAL_SIZE = 112;

  /** Aligned pictures of 112 x 112 pixels. */
  public static final Framing USUAL = new Framing(USUAL_SIZE, Crop.ALIGNED);

  public Framing {
    Require.between("size", size, 64, 1024);
  }
}
