package org.facerepro.face.scene;

import org.facerepro.core.Seed;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.Laws;
import org.facerepro.face.person.Grooming;
import org.facerepro.face.person.HairPlan;
import org.facerepro.face.person.SubjectTraits;

/**
 * How a subject looks in one picture, beside pose and expression.
 *
 * @param grooming state of skin and hair
 * @param hair the hair as it lies
 * @param wear what is worn
 */
public record Look(Grooming grooming, HairPlan hair, Wear wear) {

  /** Draws a picture's look by the usual laws from the picture's seed. */
  public static Look draw(PaintedSubject painted, Seed picture) {
    return draw(painted, new Draws(Laws.NONE, picture));
  }

  /** Draws a picture's look. */
  public static Look draw(PaintedSubject painted, Draws draws) {
    SubjectTraits traits = painted.subject().traits();
    Grooming grooming = Grooming.draw(traits, painted.palette(), draws);
    return new Look(grooming, painted.hair().on(grooming.hair()), Wear.draw(traits, draws));
  }

  /** Returns whether a part of the scene is there. */
  boolean shows(Part part) {
    return switch (part) {
      case HEAD, TORSO -> true;
      case LOCKS -> hasLocks();
      case GLASSES, LENSES -> wear.glasses();
      case BRIM -> wear.headwear().hasBrim();
      case OCCLUDER -> wear.occluder().present();
    };
  }

  /** Returns whether sheets of long hair are to be seen. */
  public boolean hasLocks() {
    return hair.hasLocks() && !wear.headwear().hidesHair();
  }
}
