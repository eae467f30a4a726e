package org.facerepro.face.model;

import java.nio.file.Path;
import java.util.Locale;

/** What is known about the Basel Face Models from their publications. */
final class BfmCards {
  private static final ModelCard.Counts NONE = new ModelCard.Counts(0, 0, 0, 0, 0);
  private static final String LICENCE =
      "Basel Face Model licence: research and other non-commercial use after registration with the "
          + "University of Basel; the model may not be passed on";

  private BfmCards() {}

  /** Names the release after the file, whose content does not say it. */
  static ModelCard hdf5(Path file, String sha256) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String year = name.contains("2019") ? "2019" : name.contains("2017") ? "2017" : "";
    return new ModelCard(
        "bfm" + year,
        year.isEmpty()
            ? "Model in the layout of the Basel Face Model 2017/2019, release not known"
            : "Basel Face Model " + year,
        LICENCE + "; a file made otherwise in this layout has its maker's terms",
        "as published for the Basel Face Model: 3D scans of 200 people and of 160 expressions",
        "T. Gerig et al., Morphable Face Models - An Open Framework, FG 2018",
        sha256,
        NONE);
  }

  static ModelCard mat(String sha256) {
    return new ModelCard(
        "bfm2009",
        "Basel Face Model 2009",
        LICENCE,
        "3D scans of 200 people",
        "P. Paysan et al., A 3D Face Model for Pose and Illumination Invariant Face Recognition, "
            + "AVSS 2009",
        sha256,
        NONE);
  }
}
