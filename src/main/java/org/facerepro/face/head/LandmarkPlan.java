package org.facerepro.face.head;

import java.util.ArrayList;
import java.util.List;

/** Where the landmarks lie on the undeformed head. */
final class LandmarkPlan {
  private static final float[][] JAW = {
    {86, -8}, {86, -28}, {84, -48}, {78, -70}, {66, -92}, {52, -106}, {36, -113}, {17, -116.5f}
  };
  private static final float[][] BROW = {
    {48, 12.5f}, {40.5f, 17.5f}, {31, 18.5f}, {21.5f, 16.5f}, {12, 13.5f}
  };
  private static final float[][] NOSE_BASE = {{14.5f, -46}, {7.5f, -49}};
  private static final float[][] OUTER_LIP = {{16, -64.5f}, {6.5f, -61.5f}};
  private static final float[][] OUTER_LIP_BELOW = {{7, -80.5f}, {16, -77.5f}};
  private static final float INNER_LIP = 9;

  private final List<SurfacePoint> points = new ArrayList<>();

  private LandmarkPlan() {}

  /** Returns the places of a set's landmarks in its order. */
  static List<SurfacePoint> places(LandmarkSet set) {
    LandmarkPlan plan = new LandmarkPlan();
    switch (set) {
      case FIVE -> plan.five();
      case IBUG_68 -> plan.ibug();
      case BASEL_19 -> plan.basel();
    }
    return plan.points;
  }

  /** Returns the names of a set's landmarks in its order. */
  static List<String> names(LandmarkSet set) {
    return switch (set) {
      case FIVE ->
          List.of("eye.left", "eye.right", "nose.tip", "mouth.corner.left", "mouth.corner.right");
      case IBUG_68 -> numbers(68);
      case BASEL_19 ->
          List.of(
              "center.nose.tip",
              "center.chin.tip",
              "center.lips.lower.inner",
              "left.ear.lobule.attachement",
              "right.ear.lobule.attachement",
              "left.eye.corner_outer",
              "left.eye.corner_inner",
              "left.eye.pupil.center",
              "right.eye.corner_outer",
              "right.eye.corner_inner",
              "right.eye.pupil.center",
              "left.eyebrow.bend.lower",
              "left.eyebrow.inner_lower",
              "right.eyebrow.bend.lower",
              "right.eyebrow.inner_lower",
              "left.lips.corner",
              "right.lips.corner",
              "left.nose.wing.tip",
              "right.nose.wing.tip");
    };
  }

  private static List<String> numbers(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(Integer.toString(i));
    }
    return names;
  }

  private void five() {
    at(-FacePlan.EYE_X, 0);
    at(FacePlan.EYE_X, 0);
    at(0, -36);
    at(-FacePlan.MOUTH_HALF, FacePlan.MOUTH_Y);
    at(FacePlan.MOUTH_HALF, FacePlan.MOUTH_Y);
  }

  private void ibug() {
    for (float[] p : JAW) {
      around(-p[0], p[1]);
    }
    around(0, FacePlan.CHIN);
    for (int i = JAW.length - 1; i >= 0; i--) {
      around(JAW[i][0], JAW[i][1]);
    }
    there(BROW, -1);
    back(BROW, 1);
    for (float y : new float[] {0, -12, -24, -37}) {
      at(0, y);
    }
    there(NOSE_BASE, -1);
    at(0, -51);
    back(NOSE_BASE, 1);
    leftEye();
    rightEye();
    lips();
  }

  private void leftEye() {
    lid(-1, 1, 0);
    lid(-1, 0.4f, 1);
    lid(-1, -0.4f, 1);
    lid(-1, -1, 0);
    lid(-1, -0.4f, -1);
    lid(-1, 0.4f, -1);
  }

  private void rightEye() {
    lid(1, -1, 0);
    lid(1, -0.4f, 1);
    lid(1, 0.4f, 1);
    lid(1, 1, 0);
    lid(1, 0.4f, -1);
    lid(1, -0.4f, -1);
  }

  /**
   * Adds a point of a lid's edge.
   *
   * @param along -1 at the inner corner, 1 at the outer
   * @param edge 1 for the upper lid, -1 for the lower, 0 in a corner
   */
  private void lid(int side, float along, int edge) {
    float ex = along * FacePlan.EYE_HALF;
    float height = edge > 0 ? LidPlan.top(ex) : edge < 0 ? LidPlan.bottom(ex) : LidPlan.slant(ex);
    at(side * (FacePlan.EYE_X + ex), FacePlan.EYE_Y + height);
  }

  private void lips() {
    at(-FacePlan.MOUTH_HALF, FacePlan.MOUTH_Y);
    there(OUTER_LIP, -1);
    at(0, -62.5f);
    back(OUTER_LIP, 1);
    at(FacePlan.MOUTH_HALF, FacePlan.MOUTH_Y);
    back(reversed(OUTER_LIP_BELOW), 1);
    at(0, -81);
    there(reversed(OUTER_LIP_BELOW), -1);
    float above = FacePlan.MOUTH_Y + FacePlan.MOUTH_GAP;
    float below = FacePlan.MOUTH_Y - FacePlan.MOUTH_GAP;
    float corner = FacePlan.MOUTH_HALF - 2;
    at(-corner, FacePlan.MOUTH_Y);
    at(-INNER_LIP, above);
    at(0, above);
    at(INNER_LIP, above);
    at(corner, FacePlan.MOUTH_Y);
    at(INNER_LIP, below);
    at(0, below);
    at(-INNER_LIP, below);
  }

  private static float[][] reversed(float[][] half) {
    float[][] out = new float[half.length][];
    for (int i = 0; i < half.length; i++) {
      out[i] = half[half.length - 1 - i];
    }
    return out;
  }

  private void basel() {
    at(0, -37);
    at(0, -108);
    at(0, FacePlan.MOUTH_Y - FacePlan.MOUTH_GAP);
    around(90, -34);
    around(-90, -34);
    for (int side = 1; side >= -1; side -= 2) {
      lid(side, 1, 0);
      lid(side, -1, 0);
      at(side * FacePlan.EYE_X, FacePlan.EYE_Y);
    }
    for (int side = 1; side >= -1; side -= 2) {
      at(side * 38, 14.5f);
      at(side * 13, 11);
    }
    at(FacePlan.MOUTH_HALF, FacePlan.MOUTH_Y);
    at(-FacePlan.MOUTH_HALF, FacePlan.MOUTH_Y);
    at(17.5f, -42);
    at(-17.5f, -42);
  }

  private void there(float[][] half, int side) {
    for (float[] p : half) {
      at(side * p[0], p[1]);
    }
  }

  private void back(float[][] half, int side) {
    for (int i = half.length - 1; i >= 0; i--) {
      at(side * half[i][0], half[i][1]);
    }
  }

  private void at(float x, float y) {
    points.add(BaseHead.place(StrictMath.asin(x / BaseHead.halfWidth(y)), y));
  }

  private void around(float degrees, float row) {
    points.add(BaseHead.place(StrictMath.toRadians(degrees), row));
  }
}
