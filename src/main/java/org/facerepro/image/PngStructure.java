package org.facerepro.image;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.facerepro.core.CorruptDataException;

/**
 * Walks the chunks of a PNG file (ISO/IEC 15948, clause 5) and checks their checksums and that the
 * end chunk is there, so that damage is found whatever the decoder tolerates.
 */
final class PngStructure {
  private static final int SIGNATURE_LENGTH = 8;
  private static final int CHUNK_OVERHEAD = 12;
  private static final int IEND = 0x49454e44;

  private PngStructure() {}

  static void check(byte[] bytes, String name) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int at = SIGNATURE_LENGTH;
    while (true) {
      long length = at + CHUNK_OVERHEAD <= bytes.length ? in.getInt(at) : -1;
      if (length < 0 || at + CHUNK_OVERHEAD + length > bytes.length) {
        throw new CorruptDataException(
            name + " is a truncated PNG: it ends after " + bytes.length + " bytes");
      }
      int type = in.getInt(at + 4);
      CRC32 crc = new CRC32();
      crc.update(bytes, at + 4, (int) length + 4);
      int next = at + CHUNK_OVERHEAD + (int) length;
      if ((int) crc.getValue() != in.getInt(next - 4)) {
        throw new CorruptDataException(
            name + " is a damaged PNG: wrong checksum in the chunk at byte " + at);
      }
      if (type == IEND) {
        return;
      }
      at = next;
    }
  }
}
