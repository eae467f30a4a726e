package org.facerepro.image;

/** The encodings in which FaceRepro writes pictures. */
public enum PictureFormat {
  /** Baseline JPEG, lossy. */
  JPEG("jpg"),
  /** PNG, lossless. */
  PNG("png");

  private final String extension;

  PictureFormat(String extension) {
    this.extension = extension;
  }

  /** Returns the file name's ending, without a dot. */
  public String extension() {
    return extension;
  }
}
