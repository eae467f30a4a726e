package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Grooming;
import org.facerepro.face.person.HairPlan;
import org.facerepro.face.person.HairStyle;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/** Draws the hair of one picture over the scalp: frayed edges, strands, streaks, a darker root. */
public final class HairShader {
  private static final float REACH = 9;

  /** Lowest noise that counts at the hair's edge. */
  private static final float LEAST = -3;

  /** How far the edge of straight hair waves, in the fray of single strands. */
  private static final float UNEVEN = 0.6f;

  private final HairField field;
  private final NoiseBank noise;
  private final HairPlan plan;
  private final Rgb hair;
  private final int ox;
  private final float streaks;

  /** How far whole locks differ in brightness. */
  private final float locks;

  private final float lean;
  private final float fray;
  private final float soft;
  private final float opacity;
  private final float gloss;
  private final float curl;
  private final float hang;
  private final float warp;

  /** Depth from which on no fraying reaches. */
  private final float whole;

  private float cover;
  private float light;

  /** Makes the shader of one picture; the subject's own numbers stay the same in all of them. */
  public HairShader(
      HairField field, NoiseBank noise, Subject s, Palette palette, HairPlan plan, Grooming day) {
    this.field = field;
    this.noise = noise;
    this.plan = plan;
    Rng rng = s.details().child("strands").rng();
    ox = rng.nextInt(256) + 31 * day.hair().wisps();
    lean = (float) rng.gaussian(0, 0.5);
    float wet = day.hair().wet();
    streaks = s.colour(ColourComponent.HAIR_STREAKS, 0.24, 0.09, 0.06, 0.5) * (1 + wet);
    locks = s.colour(ColourComponent.HAIR_STREAKS, 0.085, 0.06, 0, 0.3);
    boolean cropped = plan.style() == HairStyle.CROPPED || plan.style() == HairStyle.RING;
    boolean combed = plan.style() == HairStyle.TIED_BACK;
    fray = cropped ? 1 : combed ? 0.8f : 1.1f + 1.3f * day.hair().mess();
    boolean fringe = plan.style() == HairStyle.FRINGE;
    curl = plan.curl();
    hang = 0.9f - 0.5f * curl;
    soft = cropped ? 7 : fringe ? 4.5f : 6.5f;
    opacity = cropped ? 0.82f : 0.97f;
    gloss = 0.7f + 1.3f * wet;
    warp = 4 * plan.curl();
    whole = soft + fray * (1.5f * hang - LEAST * (UNEVEN + curl));
    hair = palette.hair().scaled(1 - 0.45 * wet);
  }

  /** Returns whether {@link #shade} could change anything within two millimetres of a place. */
  public boolean near(float u, float y) {
    return field.depth(u, y) > -REACH - 3;
  }

  /** Covers albedo and gloss at a place of the head by hair. */
  public void shade(float u, float y, float[] texel) {
    look(u, y, false);
    if (cover > 0) {
      blend(texel, 0, cover, light);
    }
  }

  /** Covers the mean albedo and gloss of about a square millimetre of the head by hair. */
  public void shadeAround(float u, float y, float[] texel, int at) {
    look(u, y, true);
    if (cover > 0) {
      blend(texel, at, cover, light);
    }
  }

  /** Covers the mean albedo and gloss of two places of the head by the hair of both. */
  public void shade(float u0, float y0, float u1, float y1, float[] texel) {
    look(u0, y0, false);
    float first = cover;
    float shine = first * light;
    look(u1, y1, false);
    float both = first + cover;
    if (both > 0) {
      blend(texel, 0, 0.5f * both, (shine + cover * light) / both);
    }
  }

  /** Finds the cover by hair at a place of the head, and its brightness. */
  private void look(float u, float y, boolean calm) {
    cover = 0;
    float depth = field.depth(u, y);
    if (depth < -REACH) {
      return;
    }
    float strand = strand(u, y, calm);
    float lock = noise.strands((int) (0.55f * u) + ox, (int) (0.4f * y));
    cover = depth < whole ? opacity * step(-soft, soft, depth + jag(u, y, strand, lock)) : opacity;
    if (cover > 0) {
      float root = depth < 9 ? 1 - 0.25f * step(9, 0, depth) : 1;
      light = root * Math.max(0.25f, 1 + streaks * strand + locks * lock);
    }
  }

  /** Returns how far locks, and single hairs in them, stand out of the hair's edge. */
  private float jag(float u, float y, float strand, float lock) {
    float clump = Math.max(LEAST, noise.coarse((int) (3 * u) + ox, (int) (3 * y)));
    float ends = Math.max(-1.5f, 0.55f * strand + 0.6f * lock);
    return fray * (hang * ends + (UNEVEN + curl) * clump);
  }

  /** Paints a lock that hangs free, in coordinates along and across it, mm. */
  public void lock(float across, float along, float[] texel) {
    blend(texel, 0, 1, Math.max(0.2f, 1 + streaks * strand(across, along, false)));
  }

  private float strand(float u, float y, boolean calm) {
    float across = u + lean * (u - plan.parting()) * 0.01f * y;
    float bend = warp > 0.5f ? warp * noise.coarse((int) (1.5f * u), (int) (1.5f * y)) : 0;
    int column = (int) (1.6f * (across + bend)) + ox;
    int row = (int) (y + bend);
    return calm ? noise.calmStrands(column, row) : noise.strands(column, row);
  }

  private void blend(float[] texel, int at, float w, float light) {
    texel[at] += (hair.r() * light - texel[at]) * w;
    texel[at + 1] += (hair.g() * light - texel[at + 1]) * w;
    texel[at + 2] += (hair.b() * light - texel[at + 2]) * w;
    texel[at + 3] += (gloss - texel[at + 3]) * w;
  }
}
