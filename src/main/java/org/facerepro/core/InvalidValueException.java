package org.facerepro.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record was given a value it cannot hold; carries the component's name, so that a reader of
 * specifications can point at the line.
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String expectation;
  private final transient @Nullable NumberRange range;

  public InvalidValueException(String key, String expectation, Object actual) {
    this(key, expectation, actual, null);
  }

  private InvalidValueException(
      String key, String expectation, Object actual, @Nullable NumberRange range) {
    super(key + ": expected " + expectation + ", got " + actual);
    this.key = key;
    this.expectation = expectation;
    this.range = range;
  }

  /** Says that a number is outside its range. */
  static InvalidValueException outside(
      NumberRange range, String key, String expectation, Object actual) {
    return new InvalidValueException(key, expectation, actual, range);
  }

  /** Returns the range that the number should have been in; empty for any other mistake. */
  public Optional<NumberRange> range() {
    return Optional.ofNullable(range);
  }

  /** Returns the name of the record component, or a path of keys below it ({@code a/b/c}). */
  public String key() {
    return key;
  }

  /** Returns what would have been valid, in words. */
  public String expectation() {
    return expectation;
  }
}
