package org.facerepro.face.law;

/** A quantity of a subject or a picture that is drawn and can be set. */
public sealed interface Control permits FaceControl, ComponentControl {

  /** Returns the written name, such as {@code pose.yaw}. */
  String label();

  /** Returns the unit in words. */
  String unit();

  /** Returns the least value allowed. */
  double low();

  /** Returns the greatest value allowed. */
  double high();

  /** Returns whether it is drawn once for a subject or for every picture. */
  Scope scope();

  /** Returns the number that tells its random stream from all others. */
  long stream();

  /** When a control is drawn. */
  enum Scope {
    SUBJECT,
    SAMPLE
  }
}
