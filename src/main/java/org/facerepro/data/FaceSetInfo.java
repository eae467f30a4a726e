package org.facerepro.data;

import org.facerepro.core.Require;

/**
 * What a face set says about itself.
 *
 * @param name short name, as reports show it
 * @param licence terms under which the pictures may be used
 * @param realDataUse which pictures of real people went into the set, in words; "none" if none did
 * @param side width and height of each picture in pixels, 1 to 4096
 */
public record FaceSetInfo(String name, String licence, String realDataUse, int side) {
  public FaceSetInfo {
    Require.text("name", name);
    Require.text("licence", licence);
    Require.text("realDataUse", realDataUse);
    Require.between("side", side, 1, 4096);
  }
}
