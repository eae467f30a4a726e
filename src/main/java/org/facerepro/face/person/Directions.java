package org.facerepro.face.person;

import java.util.EnumMap;
import java.util.Map;
import org.facerepro.face.head.FaceDirection;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;

/**
 * How far a subject is moved along each named direction, in its units; nothing where no law says
 * so.
 *
 * <p>Age paints lines as of so many years more as its unit of shape stands for; masculinity moves
 * painted means from those of women towards those of men. Both leave the traits as they are: age in
 * years, hair and beard styles, make-up.
 *
 * @param units by direction; directions left out are at 0
 */
record Directions(Map<FaceDirection, Double> units) {
  /**
   * Years that one unit of age stands for. A unit moves folds, bags and jowls by 0.4 to 0.55
   * deviations, and 24 years move their means by one: 10 to 13 years, of which this is our choice.
   */
  private static final double YEARS = 12;

  /**
   * Units of masculinity between the means of women and men. A unit moves brow ridge and jaw by 0.4
   * to 0.5 deviations, and their means are 1.3 apart: 2.6 to 3.3, of which this is our choice.
   */
  private static final double APART = 3;

  Directions {
    units = Map.copyOf(units);
  }

  static Directions draw(Draws draws) {
    Map<FaceDirection, Double> units = new EnumMap<>(FaceDirection.class);
    for (FaceDirection direction : FaceDirection.values()) {
      draws.given(control(direction)).ifPresent(value -> units.put(direction, value));
    }
    return new Directions(units);
  }

  /** Returns the control of a direction. */
  static FaceControl control(FaceDirection direction) {
    return switch (direction) {
      case AGE -> FaceControl.DIRECTION_AGE;
      case MASCULINITY -> FaceControl.DIRECTION_MASCULINITY;
      case WEIGHT -> FaceControl.DIRECTION_WEIGHT;
      case HEAD_SIZE -> FaceControl.DIRECTION_HEAD_SIZE;
      case BREADTH -> FaceControl.DIRECTION_BREADTH;
      case PROFILE_RELIEF -> FaceControl.DIRECTION_PROFILE_RELIEF;
      case FACE_WIDTH -> FaceControl.DIRECTION_FACE_WIDTH;
      case FACE_LENGTH -> FaceControl.DIRECTION_FACE_LENGTH;
      case NOSE_SIZE -> FaceControl.DIRECTION_NOSE_SIZE;
      case LIP_FULLNESS -> FaceControl.DIRECTION_LIP_FULLNESS;
      case EYE_SIZE -> FaceControl.DIRECTION_EYE_SIZE;
      case JAW_STRENGTH -> FaceControl.DIRECTION_JAW_STRENGTH;
    };
  }

  /** Returns by how much coefficients of shape are shifted, in standard deviations. */
  Map<ShapeComponent, Double> shape() {
    Map<ShapeComponent, Double> moved = new EnumMap<>(ShapeComponent.class);
    for (FaceDirection direction : FaceDirection.values()) {
      moved = direction.moved(moved, units.getOrDefault(direction, 0.0));
    }
    return moved;
  }

  /** Returns by how much a coefficient of colour is shifted, in standard deviations. */
  double colour(ColourComponent component, SubjectTraits traits, PopulationGroup group) {
    if (units.isEmpty()) {
      return 0;
    }
    double years = YEARS * units.getOrDefault(FaceDirection.AGE, 0.0);
    double towards = units.getOrDefault(FaceDirection.MASCULINITY, 0.0) / APART;
    double mean = ColourMeans.of(component, traits, group);
    double older = ColourMeans.of(component, traits.aged(years), group);
    double man = ColourMeans.of(component, traits.ofSex(true), group);
    double woman = ColourMeans.of(component, traits.ofSex(false), group);
    return older - mean + towards * (man - woman);
  }
}
