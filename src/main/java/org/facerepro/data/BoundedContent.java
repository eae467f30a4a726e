package org.facerepro.data;

import java.io.IOException;
import java.io.InputStream;

/** Reads files of unknown origin without letting one of them fill the memory. */
final class BoundedContent {
  static final int MAX_BYTES = 256 << 20;

  private BoundedContent() {}

  static byte[] read(InputStream in) throws IOException {
    byte[] content = in.readNBytes(MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      throw new IOException("larger than " + MAX_BYTES + " bytes");
    }
    return content;
  }
}
