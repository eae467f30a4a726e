package org.facerepro.data;

/** The sizes of a POSIX tar file: 512-byte headers, contents filled up to whole blocks. */
final class TarLayout {
  static final int BLOCK = 512;

  private TarLayout() {}

  /** Returns the bytes that a content of {@code length} bytes takes up. */
  static long padded(long length) {
    return (length + BLOCK - 1) / BLOCK * BLOCK;
  }
}
