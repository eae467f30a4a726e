package org.facerepro.face.law;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.jspecify.annotations.Nullable;

/**
 * The values of one subject or one picture: each control is drawn from a random stream of its own,
 * so that fixing or sweeping one leaves all others unchanged. Keeps what was drawn, for the record;
 * for one thread.
 *
 * <p>Values are rounded to four decimals, so that what is written is exactly what was drawn with.
 */
public final class Draws {
  private static final double DECIMALS = 1e4;

  private final Laws laws;
  private final Seed seed;
  private final Map<Control, Double> fixed;
  private final Map<String, Double> drawn = new TreeMap<>();

  /** Makes the draws of a seed. */
  public Draws(Laws laws, Seed seed) {
    this(laws, seed, Map.of());
  }

  /** Makes the draws of a seed with some controls fixed, as the steps of a sweep are. */
  public Draws(Laws laws, Seed seed, Map<Control, Double> fixed) {
    this.laws = laws;
    this.seed = seed;
    this.fixed = Map.copyOf(fixed);
  }

  /** Returns the value of a control: fixed, by its set law, or by the law given here. */
  public double value(Control control, Law otherwise) {
    Double held = set(control);
    double raw = held == null ? laws.of(control).orElse(otherwise).draw(rng(control)) : held;
    return keep(control, raw);
  }

  /** Returns the value of a control: fixed, by its set law, or by that of clean graphics. */
  public double value(FaceControl control) {
    return value(control, Preset.GRAPHICS.laws().of(control).orElseThrow());
  }

  /**
   * Returns the value of a control that is fixed or has a law of its own; nothing where it is to be
   * found another way.
   */
  public Optional<Double> given(Control control) {
    Double held = set(control);
    if (held != null) {
      return Optional.of(keep(control, held));
    }
    return laws.of(control).map(law -> keep(control, law.draw(rng(control))));
  }

  /** Returns whether something happens that has the given probability unless a law is set. */
  public boolean happens(Control control, double probability) {
    return value(control, new Law.Chance(Math.max(0, Math.min(1, probability)))) >= 0.5;
  }

  /** Returns whether a part of appearance is to be left out. */
  public boolean lacks(AppearancePart part) {
    return laws.lacks(part);
  }

  /** Returns a generator for what no control names, by the name of the part it is for. */
  public Rng rng(String part) {
    return seed.child(Streams.of(part)).rng();
  }

  /** Returns the seed that all streams come from. */
  public Seed seed() {
    return seed;
  }

  /** Returns what was drawn so far, by the controls' names. */
  public Map<String, Double> drawn() {
    return Collections.unmodifiableMap(new TreeMap<>(drawn));
  }

  private @Nullable Double set(Control control) {
    Double held = laws.held(control);
    return held == null ? fixed.get(control) : held;
  }

  private double keep(Control control, double raw) {
    double within = Math.max(control.low(), Math.min(control.high(), raw));
    double value = Math.round(within * DECIMALS) / DECIMALS;
    drawn.put(control.label(), value);
    return value;
  }

  private Rng rng(Control control) {
    return seed.child(control.stream()).rng();
  }
}
