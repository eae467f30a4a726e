package org.facerepro.face.head;

import org.facerepro.face.draw.Kernel;

/** Which part of the head a place of the undeformed surface belongs to. */
final class RegionPlan {
  private static final float HAIR_LINE = 69;

  /** A height between those of the mouth and of the eyes. */
  private static final float MOUTH_AND_EYES = -40;

  private RegionPlan() {}

  static HeadRegion of(SurfacePoint p) {
    return switch (p.part()) {
      case EAR -> side(p, HeadRegion.LEFT_EAR, HeadRegion.RIGHT_EAR);
      case EYEBALL -> side(p, HeadRegion.LEFT_EYE, HeadRegion.RIGHT_EYE);
      case UPPER_TEETH, LOWER_TEETH -> HeadRegion.TEETH;
      case MOUTH_CAVITY -> HeadRegion.INNER_MOUTH;
      case LINING ->
          p.y() < MOUTH_AND_EYES
              ? HeadRegion.INNER_MOUTH
              : side(p, HeadRegion.LEFT_EYELIDS, HeadRegion.RIGHT_EYELIDS);
      case SKIN -> skin(p);
    };
  }

  private static HeadRegion skin(SurfacePoint p) {
    float ax = Math.abs(p.x());
    float au = Math.abs(p.u());
    if (p.y() > HAIR_LINE - 0.042f * square(au - 42) || (au > 118 && p.y() > -80)) {
      return HeadRegion.SCALP;
    }
    if (p.y() < FacePlan.CHIN || au > 105) {
      return HeadRegion.NECK;
    }
    return face(p, ax);
  }

  private static HeadRegion face(SurfacePoint p, float ax) {
    float y = p.y();
    float t = ax / FacePlan.MOUTH_HALF;
    float dy = y - FacePlan.MOUTH_Y;
    if (t < 1 && dy < 8.5f * (1 - t * t) && dy > -11 * (1 - t * t)) {
      return dy >= 0 ? HeadRegion.UPPER_LIP : HeadRegion.LOWER_LIP;
    }
    if (Kernel.bell(ax - FacePlan.EYE_X, y - FacePlan.EYE_Y, FacePlan.EYE_HALF + 4, 11) > 0) {
      return side(p, HeadRegion.LEFT_EYELIDS, HeadRegion.RIGHT_EYELIDS);
    }
    if (ax > 9 && ax < 51 && Math.abs(y - 15) < 5.5f) {
      return side(p, HeadRegion.LEFT_BROW, HeadRegion.RIGHT_BROW);
    }
    if (ax < 9 + 11 * Kernel.step(5, -40, y) && y < 8 && y > -52) {
      return HeadRegion.NOSE;
    }
    if (y > 9.5f && ax < 60) {
      return HeadRegion.FOREHEAD;
    }
    if (Kernel.bell(ax - 45, y + 42, 24, 32) > 0) {
      return side(p, HeadRegion.LEFT_CHEEK, HeadRegion.RIGHT_CHEEK);
    }
    return Kernel.bell(ax, y + 106, 30, 20) > 0 ? HeadRegion.CHIN : HeadRegion.FACE_SKIN;
  }

  private static HeadRegion side(SurfacePoint p, HeadRegion left, HeadRegion right) {
    return p.x() >= 0 ? left : right;
  }

  private static float square(float x) {
    return x > 0 ? x * x : 0;
  }
}
