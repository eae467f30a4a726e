package org.facerepro.experiment.dataset;

import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Require;
import org.facerepro.face.FaceGenerator;
import org.facerepro.image.ContactSheet;
import org.facerepro.image.RgbImage;

/** Contact sheets of what a specification gives, to look at before making the set. */
public final class Preview {
  private static final int PICTURES = 64;
  private static final int COLUMNS = 8;
  private static final int GAP = 2;

  private Preview() {}

  /** Shows the first picture of each of the first subjects, at most 64, eight in a row. */
  public static RgbImage ofSubjects(FaceGenerator faces) {
    int shown = Math.min(PICTURES, faces.spec().subjects());
    return sheet(
        IntStream.range(0, shown)
            .parallel()
            .mapToObj(subject -> faces.subject(subject).sample(0).image())
            .toList());
  }

  /**
   * Shows the first pictures of one subject, at most 64, eight in a row.
   *
   * @throws org.facerepro.core.InvalidValueException if there is no such subject
   */
  public static RgbImage ofSubject(FaceGenerator faces, int subject) {
    Require.between("--preview-subject", subject, 0, faces.spec().subjects() - 1L);
    int shown = Math.min(PICTURES, faces.spec().samplesPerSubject());
    var person = faces.subject(subject);
    return sheet(
        IntStream.range(0, shown).mapToObj(sample -> person.sample(sample).image()).toList());
  }

  private static RgbImage sheet(List<RgbImage> pictures) {
    return ContactSheet.of(pictures, COLUMNS, GAP);
  }
}
