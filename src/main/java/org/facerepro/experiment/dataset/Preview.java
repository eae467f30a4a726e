package org.facerepro.experiment.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Require;
import org.facerepro.data.FaceSample;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.experiment.generation.RenderPool;
import org.facerepro.experiment.generation.SampleRange;
import org.facerepro.image.ContactSheet;
import org.facerepro.image.RgbImage;

/** Contact sheets of what a specification gives, to look at before making the set. */
public final class Preview {
  private static final int PICTURES = 64;
  private static final int COLUMNS = 8;
  private static final int GAP = 2;

  private Preview() {}

  /** Shows the first picture of each of the first subjects, at most 64, eight in a row. */
  public static RgbImage ofSubjects(FaceSource faces, int threads) {
    int shown = Math.min(PICTURES, faces.subjects());
    int each = faces.samplesPerSubject();
    return sheet(
        faces,
        threads,
        IntStream.range(0, shown)
            .mapToObj(subject -> new SampleRange(subject * each, subject * each + 1))
            .toList());
  }

  /**
   * Shows the first pictures of one subject, at most 64, eight in a row.
   *
   * @throws org.facerepro.core.InvalidValueException if there is no such subject
   */
  public static RgbImage ofSubject(FaceSource faces, int subject, int threads) {
    Require.between("--preview-subject", subject, 0, faces.subjects() - 1L);
    int first = subject * faces.samplesPerSubject();
    int shown = Math.min(PICTURES, faces.samplesPerSubject());
    return sheet(faces, threads, List.of(new SampleRange(first, first + shown)));
  }

  private static RgbImage sheet(FaceSource faces, int threads, List<SampleRange> ranges) {
    List<RgbImage> pictures = new ArrayList<>();
    try (RenderPool pool = new RenderPool(faces, threads)) {
      pool.render(
          ranges, samples -> samples.stream().map(FaceSample::decode).forEach(pictures::add));
    }
    return ContactSheet.of(pictures, COLUMNS, GAP);
  }
}
