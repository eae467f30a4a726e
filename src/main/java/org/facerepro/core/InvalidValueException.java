package org.facerepro.core;

/**
 * A record was given a value it cannot hold; carries the component's name, so that a reader of
 * specifications can point at the line.
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String expectation;

  public InvalidValueException(String key, String expectation, Object actual) {
    super(key + ": expected " + expectation + ", got " + actual);
    this.key = key;
    this.expectation = expectation;
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
