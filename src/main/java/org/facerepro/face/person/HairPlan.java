package org.facerepro.face.person;

import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;

/**
 * Where a subject's hair grows and how thick it lies.
 *
 * @param style hair style
 * @param line height of the hair line in the middle of the forehead, mm
 * @param recession rise of the hair line above the temples, mm
 * @param side arc from the middle of the face at which the hair's front edge runs down, mm
 * @param bottom height at which short hair ends in front of the ear, mm
 * @param volume thickness on top, mm
 * @param sideVolume thickness beside the ears, mm
 * @param fringe height down to which the fringe falls, mm
 * @param parting arc of the parting, mm
 * @param forelock how far a lock falls below the hair line beside the parting, mm
 * @param peak drop of the hair line in the very middle, mm
 * @param length height at which long hair ends, mm
 * @param curl 0 for straight, 1 for tight curls
 * @param wisps lengths of wisps that fall out of the hair line, mm
 */
public record HairPlan(
    HairStyle style,
    float line,
    float recession,
    float side,
    float bottom,
    float volume,
    float sideVolume,
    float fringe,
    float parting,
    float forelock,
    float peak,
    float length,
    float curl,
    Wisps wisps) {
  private static final float NO_FRINGE = 200;

  /** How far the front edge of a sideburn runs back on its way down, mm of arc. */
  private static final float TAPER = 9;

  /** Height at which that begins, mm. */
  private static final float TEMPLE = 28;

  /**
   * Heights of a ring's upper edge before the ears and behind them, mm: bald heads keep the back.
   */
  private static final float RING_LOW = 6;

  private static final float RING_HIGH = 58;

  /** Arcs between which it rises, mm. */
  private static final float RING_FRONT = 80;

  private static final float RING_BACK = 150;

  /**
   * Depth inside the hair that a millimetre below that edge counts as: hair thins out towards it.
   */
  private static final float RING_SLOPE = 0.6f;

  /** Arc in front of the sideburn where only the hair line counts, mm. */
  private static final float FAR = 16;

  public static HairPlan of(Subject s) {
    Rng rng = s.details().child("hair").rng();
    HairStyle style = s.traits().hairStyle();
    float volume = s.colour(ColourComponent.HAIR_VOLUME, 1, 0.3, 0.35, 1.9);
    return new HairPlan(
        style,
        s.colour(ColourComponent.HAIRLINE_HEIGHT, 69, 6.5, 50, 84),
        s.colour(ColourComponent.TEMPLE_RECESSION, 3, 5.5, -4, 26),
        (float) rng.gaussian(77, 4.5),
        s.colour(ColourComponent.SIDEBURN_LENGTH, -24, 9, -48, -4),
        top(style) * volume,
        sides(style) * volume,
        style == HairStyle.FRINGE ? (float) rng.uniform(22, 46) : NO_FRINGE,
        parting(style, rng),
        style == HairStyle.CROPPED ? 0 : (float) Math.max(0, rng.gaussian(4, 9)),
        s.colour(ColourComponent.WIDOWS_PEAK, 0, 2.6, -4, 9),
        style == HairStyle.BOB ? (float) rng.uniform(-115, -55) : (float) rng.uniform(-190, -130),
        curl(style, s),
        Wisps.NONE);
  }

  private static float top(HairStyle style) {
    return switch (style) {
      case BALD -> 0;
      case RING, CROPPED -> 3;
      case TIED_BACK -> 7;
      case FRINGE -> 13;
      case SHORT -> 14;
      case SWEPT, SIDE_PARTED, BOB, LONG -> 17;
      case WAVY, CURLY -> 22;
      case AFRO -> 42;
    };
  }

  private static float sides(HairStyle style) {
    return switch (style) {
      case BALD -> 0;
      case RING, CROPPED -> 3;
      case TIED_BACK -> 5;
      case SHORT, SWEPT, SIDE_PARTED -> 9;
      case FRINGE, BOB, LONG -> 12;
      case WAVY, CURLY -> 17;
      case AFRO -> 32;
    };
  }

  private static float parting(HairStyle style, Rng rng) {
    double place = rng.gaussian(0, 26);
    double side = rng.uniform(26, 44) * (rng.chance(0.7) ? 1 : -1);
    return (float) (style == HairStyle.SIDE_PARTED ? side : place);
  }

  private static float curl(HairStyle style, Subject s) {
    float own = s.colour(ColourComponent.HAIR_CURL, 0.15, 0.15, 0, 1);
    return switch (style) {
      case AFRO -> 1;
      case CURLY -> Math.max(0.7f, own);
      case WAVY -> Math.max(0.45f, own);
      default -> own;
    };
  }

  /** Returns the hair as it lies in one picture. */
  public HairPlan on(HairDay day) {
    boolean tied = style.falls() && day.tied();
    HairStyle worn = tied ? HairStyle.TIED_BACK : style;
    float kept = 1 - day.brushedBack();
    float flat = (1 - 0.45f * day.wet()) * day.volume();
    return new HairPlan(
        worn,
        line,
        recession,
        side,
        bottom,
        (tied ? Math.min(volume, 8) : volume) * flat,
        (tied ? Math.min(sideVolume, 5) : sideVolume) * flat,
        day.brushedBack() > 0 ? NO_FRINGE : fringe + day.fringe(),
        (day.flipped() ? -parting : parting) + day.parting(),
        kept * (tied ? 0.3f : 1) * (forelock + (forelock > 0 ? day.forelock() : 0)),
        peak,
        length + day.length(),
        curl,
        Wisps.of(worn, day, kept));
  }

  public boolean hasLocks() {
    return style.falls();
  }

  /** Returns how deep inside the hair a place lies, mm; negative on bare skin. */
  public float depth(float u, float y) {
    return at(u).depth(y);
  }

  /** Returns the hair along the line from crown to neck at an arc. */
  public Meridian at(float u) {
    return new Meridian(u);
  }

  /** The hair at one arc: what of it does not depend on the height is found only once. */
  public final class Meridian {
    private final float au;
    private final float top;
    private final float fringe;
    private final float ear;

    /** Height of the upper edge of a ring of hair. */
    private final float ring;

    private final float down = 1 / (TEMPLE + 8 - bottom);

    private Meridian(float u) {
      au = Math.abs(u);
      float temple = recession * bellAt(au - 42, 32);
      float drop = Math.max(0, au - 42);
      float fallen = wisps.at(u);
      float lock = forelock * bellAt(u - parting, 44) + peak * bellAt(u, 15) + fallen;
      float edge = line + temple - lock - 0.042f * drop * drop;
      top = Math.min(-edge, au - 45 + 30 * Math.max(0, lock));
      fringe =
          HairPlan.this.fringe + 0.0012f * u * u + 0.12f * Math.abs(u - parting) - 0.4f * fallen;
      ear = (au - 118) / 13;
      ring = Kernel.mix(RING_LOW, RING_HIGH, step(RING_FRONT, RING_BACK, au));
    }

    /**
     * Returns how far behind the hair line and the front edge of the sideburn a height lies, mm.
     */
    private float front(float y) {
      return au < side - FAR ? y + top : Math.max(y + top, au - side - TAPER * low(y));
    }

    /** Returns how far down from the temple to the sideburn's end a height lies, 0 to 1. */
    private float low(float y) {
      return clamp((TEMPLE - y) * down);
    }

    /** Returns half of how far above the sideburn's end, which rises forward, a height lies, mm. */
    private float above(float y) {
      return 0.5f * (y - bottom) + 0.3f * (au - 96);
    }

    /** Returns how deep inside the hair the place at a height lies, mm; negative on bare skin. */
    public float depth(float y) {
      if (style == HairStyle.BALD) {
        return -50;
      }
      float d = Math.max(Math.min(front(y), above(y)), Math.min(au - 129, y + 70));
      if (sideVolume < 20) {
        float high = (y + 6) / 33;
        d = Math.min(d, 14 * ((float) Math.sqrt(ear * ear + high * high) - 0.68f));
      }
      if (style == HairStyle.RING) {
        return Math.min(d, RING_SLOPE * (ring - y));
      }
      return style == HairStyle.FRINGE ? Math.max(d, Math.min(y - fringe, 100 - au)) : d;
    }
  }

  /**
   * Returns how far the hair stands off the scalp at a place, mm.
   *
   * @param depth what {@link #depth} says there
   */
  public float thickness(float u, float y, float depth) {
    float c = step(-4, 8, depth);
    if (c == 0) {
      return 0;
    }
    float high = step(20, 85, y);
    float inner = clamp((y - line + 6) / 22);
    float au = Math.abs(u);
    float front = au < 70 ? (style == HairStyle.SWEPT ? 0.75f : 0.45f) : 1;
    float lift = front + (1 - front) * inner;
    boolean parted = style == HairStyle.SWEPT || style == HairStyle.SIDE_PARTED;
    float part = parted ? 1 - 0.45f * bellAt(u - parting, 14) * high : 1;
    float ends = 0.3f + 0.7f * step(bottom - 4, bottom + (style.falls() ? 60 : 36), y);
    float sides = sideVolume * ends * (0.5f + 0.5f * step(78, 104, au));
    return c * part * Kernel.mix(sides, volume * lift, high);
  }

  private static float bellAt(float d, float radius) {
    return Kernel.bell(d * d / (radius * radius));
  }
}
