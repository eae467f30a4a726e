package org.facerepro.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Looks for the zero block that ends a tar file; readers of tar do not miss it by themselves. */
final class TarEnd {
  private TarEnd() {}

  /** Throws if {@code file} does not end as a tar file does, as one cut short does not. */
  static void check(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer end = ByteBuffer.allocate(TarLayout.BLOCK);
      long start = channel.size() - TarLayout.BLOCK;
      boolean whole = start >= 0 && channel.size() % TarLayout.BLOCK == 0;
      while (whole && end.hasRemaining()) {
        whole = channel.read(end, start + end.position()) > 0;
      }
      if (!whole || !ByteBuffer.allocate(TarLayout.BLOCK).equals(end.flip())) {
        throw new IOException("truncated, the end-of-archive record is missing");
      }
    }
  }
}
