package org.facerepro.face.truth;

/** Whether a picture has an attribute; in the order of their values. */
public enum AttributeLabel {
  NO(-1),
  UNDEFINED(0),
  YES(1);

  private final int value;

  AttributeLabel(int value) {
    this.value = value;
  }

  /** Returns the label of a decision. */
  public static AttributeLabel of(boolean yes) {
    return yes ? YES : NO;
  }

  /** Returns 1 for yes, −1 for no, 0 for undefined, as MAAD-Face writes them. */
  public int value() {
    return value;
  }

  /** Returns no for yes and yes for no. */
  public AttributeLabel opposite() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNDEFINED -> UNDEFINED;
    };
  }
}
