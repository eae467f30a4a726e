package org.facerepro.face.law;

import org.facerepro.core.EnumNames;
import org.facerepro.core.Require;

/**
 * A coefficient of a named component of shape, colour or expression, written {@code
 * shape.nose-width}.
 *
 * @param family kind of component
 * @param component written name of the component, lower case with dashes
 */
public record ComponentControl(Family family, String component) implements Control {

  /** A kind of component. */
  public enum Family {
    SHAPE("shape.", "standard deviations", 8, Scope.SUBJECT),
    COLOUR("colour.", "standard deviations", 8, Scope.SUBJECT),
    EXPRESSION("expression.", "strength, 0 at rest and 1 strong", 3, Scope.SAMPLE);

    private final String prefix;
    private final String unit;
    private final double reach;
    private final Scope scope;

    Family(String prefix, String unit, double reach, Scope scope) {
      this.prefix = prefix;
      this.unit = unit;
      this.reach = reach;
      this.scope = scope;
    }

    /** Returns the control of a component. */
    public ComponentControl control(Enum<?> component) {
      return new ComponentControl(this, EnumNames.of(component));
    }

    /** Returns the beginning of the names of its controls, with the dot. */
    public String prefix() {
      return prefix;
    }
  }

  public ComponentControl {
    Require.text("component", component);
  }

  @Override
  public String label() {
    return family.prefix + component;
  }

  @Override
  public String unit() {
    return family.unit;
  }

  @Override
  public double low() {
    return -family.reach;
  }

  @Override
  public double high() {
    return family.reach;
  }

  @Override
  public Scope scope() {
    return family.scope;
  }

  @Override
  public long stream() {
    return Streams.of(label());
  }
}
