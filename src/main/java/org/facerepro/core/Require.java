package org.facerepro.core;

/** Checks of record components; each throws {@link InvalidValueException} with the key's name. */
public final class Require {
  private Require() {}

  /** Requires {@code low <= value <= high}. */
  public static void between(String key, long value, long low, long high) {
    if (value < low || value > high) {
      throw InvalidValueException.outside(
          new NumberRange(low, high), key, "a whole number from " + low + " to " + high, value);
    }
  }

  /** Requires a finite {@code value} with {@code low <= value <= high}. */
  public static void between(String key, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw InvalidValueException.outside(
          new NumberRange(low, high), key, "a number from " + low + " to " + high, value);
    }
  }

  /** Requires a text with something in it. */
  public static void text(String key, String value) {
    if (value.isBlank()) {
      throw new InvalidValueException(key, "a text that is not blank", "'" + value + "'");
    }
  }

  /** Requires {@code holds}; {@code expectation} says in words what would have been valid. */
  public static void that(boolean holds, String key, String expectation, Object actual) {
    if (!holds) {
      throw new InvalidValueException(key, expectation, actual);
    }
  }
}
