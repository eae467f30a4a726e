package org.facerepro.face.law;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.facerepro.core.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Which control follows which law, and which parts of appearance are left out; immutable.
 *
 * <p>A control without a law here follows the one that its user gives, which may depend on other
 * draws: the age on whether the subject is masculine, the height of the light on the kind of place.
 */
public final class Laws {
  /** No law set and nothing left out. */
  public static final Laws NONE = new Laws(Map.of(), Set.of());

  private final Map<Control, Law> laws;
  private final Set<AppearancePart> lacking;

  private Laws(Map<Control, Law> laws, Set<AppearancePart> lacking) {
    this.laws = laws;
    this.lacking = lacking;
  }

  /**
   * Returns these laws with one set or replaced.
   *
   * @throws InvalidValueException naming the control, if the law has a limit outside of the
   *     control's range; draws of a law without limits are held at the range's ends
   */
  public Laws with(Control control, Law law) {
    check(control, law);
    Map<Control, Law> all = new HashMap<>(laws);
    all.put(control, law);
    return new Laws(Collections.unmodifiableMap(all), lacking);
  }

  /** Returns these laws with all of the others set or replaced, and their parts left out too. */
  public Laws with(Laws others) {
    Laws out = this;
    for (Map.Entry<Control, Law> entry : others.laws.entrySet()) {
      out = out.with(entry.getKey(), entry.getValue());
    }
    for (AppearancePart part : others.lacking) {
      out = out.without(part);
    }
    return out;
  }

  /** Returns these laws with a part of appearance left out, whatever law its controls have. */
  public Laws without(AppearancePart part) {
    Set<AppearancePart> all = EnumSet.of(part);
    all.addAll(lacking);
    return new Laws(laws, Collections.unmodifiableSet(all));
  }

  /** Returns the law set for a control. */
  public Optional<Law> of(Control control) {
    return Optional.ofNullable(laws.get(control));
  }

  /** Returns whether a part of appearance is left out. */
  public boolean lacks(AppearancePart part) {
    return lacking.contains(part);
  }

  /**
   * Returns all laws by the written names of their controls, sorted; a control that a part left out
   * holds is constant.
   */
  public Map<String, Law> byName() {
    Map<String, Law> out = new TreeMap<>();
    laws.forEach((control, law) -> out.put(control.label(), law));
    for (AppearancePart part : lacking) {
      part.fixes().forEach((control, at) -> out.put(control.label(), new Law.Constant(at)));
    }
    return Collections.unmodifiableMap(out);
  }

  /** Returns the value at which a part left out holds a control; null where none does. */
  @Nullable Double held(Control control) {
    for (AppearancePart part : lacking) {
      Double value = control instanceof FaceControl face ? part.fixes().get(face) : null;
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static void check(Control control, Law law) {
    boolean below = Double.isFinite(law.least()) && law.least() < control.low();
    boolean above = Double.isFinite(law.greatest()) && law.greatest() > control.high();
    if (below || above) {
      throw new InvalidValueException(
          control.label(),
          "a law within " + control.low() + " to " + control.high() + " (" + control.unit() + ")",
          law);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Laws that && laws.equals(that.laws) && lacking.equals(that.lacking);
  }

  @Override
  public int hashCode() {
    return 31 * laws.hashCode() + lacking.hashCode();
  }

  @Override
  public String toString() {
    return byName() + (lacking.isEmpty() ? "" : " without " + lacking);
  }
}
