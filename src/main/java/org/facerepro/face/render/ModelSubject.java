package org.facerepro.face.render;

/** One subject of a morphable model, for pictures one by one. Not thread-safe. */
public final class ModelSubject {
  private final ModelStudio studio;
  private final int subject;

  ModelSubject(ModelStudio studio, int subject) {
    this.studio = studio;
    this.subject = subject;
    studio.seat(subject, 1);
  }

  /**
   * Draws one picture.
   *
   * @throws org.facerepro.core.InvalidValueException if the specification has no such sample
   */
  public ModelPicture sample(int sample) {
    return studio.picture(subject, sample);
  }
}
