package org.facerepro.face.truth;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.head.HeadLandmark;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Grooming;
import org.facerepro.face.person.HairStyle;
import org.facerepro.face.person.MakeUp;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;
import org.facerepro.face.person.SubjectTraits;
import org.facerepro.face.scene.FaceMask;
import org.facerepro.face.scene.FaceParameters;
import org.facerepro.face.scene.Look;
import org.facerepro.face.scene.RenderedView;
import org.facerepro.face.scene.Wear;

/** Gathers the facts of one picture of the built-in generator. */
public final class HeadFacts {
  private static final int UPPER_INNER_LIP = 62;
  private static final int LOWER_INNER_LIP = 66;

  private final FaceParameters parameters;
  private final Map<FaceFact, Double> facts = new EnumMap<>(FaceFact.class);

  private HeadFacts(FaceParameters parameters) {
    this.parameters = parameters;
  }

  /** Returns what a picture was drawn from, as far as attributes ask for it. */
  public static FaceFacts of(FaceParameters parameters, RenderedView view) {
    Look look = view.look();
    HeadFacts gathered = new HeadFacts(parameters);
    gathered.traits(look);
    gathered.pigments(view.painted().subject());
    gathered.beard(look.grooming());
    gathered.wear(look);
    gathered.identity();
    gathered.moment(mouthOpening(view));
    return FaceFacts.of(gathered.facts);
  }

  /** Returns the distance of the inner lips in their middle beyond that of closed lips, mm. */
  private static double mouthOpening(RenderedView view) {
    HeadMesh mesh = view.model().mesh();
    List<HeadLandmark> points = mesh.landmarks(LandmarkSet.IBUG_68);
    int upper = 3 * points.get(UPPER_INNER_LIP).vertex();
    int lower = 3 * points.get(LOWER_INNER_LIP).vertex();
    float[] now = view.positions();
    double dy = now[upper + 1] - now[lower + 1];
    double dz = now[upper + 2] - now[lower + 2];
    double closed = 2 * FacePlan.MOUTH_GAP * FacePlan.HEIGHT_SCALE;
    return Math.max(0, Math.hypot(dy, dz) - closed);
  }

  private void put(FaceFact fact, double value) {
    facts.put(fact, value);
  }

  private void put(FaceFact fact, boolean value) {
    facts.put(fact, value ? 1.0 : 0.0);
  }

  private void traits(Look look) {
    SubjectTraits t = parameters.traits();
    HairStyle hair = t.hairStyle();
    put(FaceFact.MASCULINE, t.masculine());
    put(FaceFact.AGE, t.age());
    put(FaceFact.EYE_FOLD, t.eyeFold());
    put(FaceFact.GREYNESS, t.greyness());
    put(FaceFact.BALD, hair == HairStyle.BALD || hair == HairStyle.RING);
    put(
        FaceFact.HAIR_CURL,
        hair == HairStyle.CURLY || hair == HairStyle.AFRO || hair == HairStyle.WAVY);
    put(FaceFact.HAIR_LONG, look.hasLocks());
    put(FaceFact.FRINGE, hair == HairStyle.FRINGE && look.grooming().hair().brushedBack() < 0.5);
    put(FaceFact.TEMPLE_RECESSION, colour(ColourComponent.TEMPLE_RECESSION));
  }

  /** Traits as paint shifts them: what is seen. */
  private void pigments(Subject subject) {
    put(FaceFact.MELANIN, Palette.melanin(subject));
    put(FaceFact.HAIR_DARKNESS, Palette.hairDarkness(subject));
  }

  private void beard(Grooming day) {
    BeardStyle style = day.shaved() ? BeardStyle.NONE : parameters.traits().beardStyle();
    boolean full = style == BeardStyle.FULL;
    put(FaceFact.MOUSTACHE, full || style == BeardStyle.MOUSTACHE || style == BeardStyle.GOATEE);
    put(FaceFact.CHIN_BEARD, full || style == BeardStyle.GOATEE || style == BeardStyle.SOUL_PATCH);
    put(FaceFact.JAW_BEARD, full || style == BeardStyle.CHIN_STRAP);
    put(FaceFact.SIDEBURNS, style == BeardStyle.SIDEBURNS);
    put(FaceFact.STUBBLE, parameters.traits().masculine() ? day.stubble() : 0);
  }

  private void wear(Look look) {
    Wear wear = look.wear();
    MakeUp paint = look.grooming().makeUp();
    put(FaceFact.LIPSTICK, paint.lipstick());
    put(FaceFact.MAKE_UP, Math.max(paint.lipstick(), Math.max(paint.shadow(), paint.blush())));
    put(FaceFact.GLASSES, wear.glasses());
    put(FaceFact.DARK_LENSES, wear.glasses() && wear.lens().dark());
    put(FaceFact.HAT, wear.hat());
    put(FaceFact.MASK, wear.mask() != FaceMask.NONE);
    put(FaceFact.OCCLUDER, wear.occluder().present());
  }

  private void identity() {
    put(FaceFact.CHEEK_REDNESS, colour(ColourComponent.CHEEK_REDNESS));
    put(FaceFact.SKIN_SHINE, colour(ColourComponent.SKIN_SHINE));
    put(FaceFact.EYE_BAGS, colour(ColourComponent.EYE_BAGS));
    put(FaceFact.FRECKLES, colour(ColourComponent.FRECKLES));
    put(FaceFact.BROW_THICKNESS, colour(ColourComponent.BROW_THICKNESS));
    put(FaceFact.BROW_ARCH, colour(ColourComponent.BROW_ARCH));
    double light = 0.3 + 0.35 * colour(ColourComponent.IRIS_LIGHTNESS);
    put(FaceFact.IRIS_LIGHTNESS, Math.max(0, Math.min(1, light)));
    double lips = colour(ColourComponent.UPPER_VERMILION) + colour(ColourComponent.LOWER_VERMILION);
    put(FaceFact.LIP_HEIGHT, lips / 2);
    put(FaceFact.CHEEKBONE_HEIGHT, shape(ShapeComponent.CHEEKBONE_HEIGHT));
    put(FaceFact.CHEEK_FULLNESS, shape(ShapeComponent.CHEEK_FULLNESS));
    put(FaceFact.JAW_WIDTH, shape(ShapeComponent.JAW_WIDTH));
    put(FaceFact.FACE_HEIGHT, shape(ShapeComponent.FACE_HEIGHT));
    put(FaceFact.NOSE_WIDTH, shape(ShapeComponent.NOSE_WIDTH));
    put(FaceFact.NOSE_PROJECTION, shape(ShapeComponent.NOSE_PROJECTION));
    put(FaceFact.NOSE_TIP_WIDTH, shape(ShapeComponent.NOSE_TIP_WIDTH));
  }

  private void moment(double opening) {
    double smiles =
        expression(ExpressionComponent.MOUTH_SMILE_LEFT)
            + expression(ExpressionComponent.MOUTH_SMILE_RIGHT);
    put(FaceFact.SMILE, expression(ExpressionComponent.SMILE) + smiles / 2);
    put(FaceFact.MOUTH_OPENING, opening);
    double blinks =
        Math.min(
            expression(ExpressionComponent.EYE_BLINK_LEFT),
            expression(ExpressionComponent.EYE_BLINK_RIGHT));
    put(FaceFact.EYES_CLOSED, expression(ExpressionComponent.EYES_CLOSED) + blinks);
    put(FaceFact.BROW_RAISE, expression(ExpressionComponent.BROW_RAISE));
    put(FaceFact.BROW_LOWER, expression(ExpressionComponent.BROW_LOWER));
    put(FaceFact.YAW, parameters.pose().yaw());
    put(FaceFact.PITCH, parameters.pose().pitch());
    put(FaceFact.ROLL, parameters.pose().roll());
    put(FaceFact.LIGHT_AZIMUTH, parameters.light().azimuth());
    put(FaceFact.LIGHT_ELEVATION, parameters.light().elevation());
    put(FaceFact.KEY_SHARE, parameters.light().keyShare());
  }

  private double colour(ColourComponent component) {
    return parameters.colour().getOrDefault(component, 0.0);
  }

  private double shape(ShapeComponent component) {
    return parameters.shape().getOrDefault(component, 0.0);
  }

  private double expression(ExpressionComponent component) {
    return parameters.expression().getOrDefault(component, 0.0);
  }
}
