package org.facerepro.experiment.dataset;

import org.facerepro.core.Json;
import org.facerepro.data.FaceSample;
import org.facerepro.experiment.generation.FaceSource;

/** How large a set will be, from a few of its pictures. */
public final class SizeEstimate {
  private static final int TRIED = 16;
  private static final int TAR_BLOCK = 512;
  private static final double HALF = 0.5;

  private SizeEstimate() {}

  /** Returns bytes on the disk, within some percent; renders a picture of a few subjects. */
  public static long bytes(FaceSource source, SetFormat format) {
    int tried = Math.min(TRIED, source.subjects());
    FaceSource.Worker worker = source.worker();
    long bytes = 0;
    for (int subject = 0; subject < tried; subject++) {
      for (FaceSample sample : worker.render(subject, 0, 1)) {
        bytes += sample.encoded().length + Json.compact(sample.annotations()).length();
        for (String ending : sample.companions()) {
          bytes += sample.companion(ending).length;
        }
        long files = 2L + sample.companions().size();
        bytes += format == SetFormat.SHARDS ? (long) (files * (1 + HALF) * TAR_BLOCK) : 0;
      }
    }
    return Math.round((double) bytes / tried * source.samples());
  }
}
