package org.facerepro.face.truth;

import org.facerepro.face.draw.Spot;
import org.facerepro.face.draw.VisibleSurface;

/** A rule that says whether a point of the scene can be seen in the picture. */
public enum Visibility {
  /**
   * The surface seen at the pixel that holds the point, continued to the point itself, is not more
   * than 3 mm in front of it, and the point's own surface does not face away. Continuing the seen
   * triangle's plane takes the slope across the pixel out of the comparison; the tolerance is for
   * lashes, stubble and curvature. Where nothing is seen the point lies on the outline and counts
   * as visible if its surface faces the camera.
   */
  EXACT {
    @Override
    boolean unhidden(VisibleSurface surface, double x, double y, double depth, Spot spot) {
      if (!surface.inside(x, y)) {
        return false;
      }
      int px = (int) x;
      int py = (int) y;
      if (!surface.look(px, py, x, y, spot)) {
        return true;
      }
      double continued = 1.0 / spot.inverseDepth();
      surface.look(px, py, spot);
      double centre = 1.0 / spot.inverseDepth();
      // Continued far enough an edge-on triangle passes behind the camera; its centre never does.
      double seen = continued > 0 ? Math.max(continued, centre) : centre;
      return depth - seen <= TOLERANCE;
    }
  },

  /**
   * The Basel generator's: the rounded pixel lies inside the picture, something is seen there, and
   * it is not more than 2 mm in front of the point. The side a surface faces does not count.
   */
  BASEL {
    @Override
    boolean unhidden(VisibleSurface surface, double x, double y, double depth, Spot spot) {
      int px = (int) Math.round(x);
      int py = (int) Math.round(y);
      return px >= 0
          && py >= 0
          && px < surface.width()
          && py < surface.height()
          && surface.look(px, py, spot)
          && depth - BASEL_TOLERANCE <= 1.0 / spot.inverseDepth();
    }
  };

  /** How far a point may lie behind what is seen and still count as seen, mm. */
  public static final double TOLERANCE = 3;

  /** The same in the Basel generator, mm. */
  public static final double BASEL_TOLERANCE = 2;

  abstract boolean unhidden(VisibleSurface surface, double x, double y, double depth, Spot spot);

  /** Returns whether surfaces that face away from the camera count as hidden. */
  boolean needsFacing() {
    return this == EXACT;
  }
}
