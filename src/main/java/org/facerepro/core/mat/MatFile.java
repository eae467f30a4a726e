package org.facerepro.core.mat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;

/**
 * MAT files of version 5 ({@code save -v6} and {@code -v7}): cells, structs, characters and real
 * numbers, compressed or not, in either byte order.
 *
 * <p>Source: MathWorks, "MAT-File Format", R2019b, chapter 1.
 */
public final class MatFile {
  static final int HEADER = 128;
  private static final int VERSION_AT = 124;
  private static final int VERSION = 0x0100;
  private static final int MAX_BYTES = 512 << 20;

  private MatFile() {}

  /**
   * Reads all variables by name, in the order of the file.
   *
   * @throws DataUnavailableException if there is no such file
   * @throws CorruptDataException if it is damaged, of another version or holds what is not named
   *     above; names the byte offset
   */
  public static Map<String, MatValue> read(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new CorruptDataException(
            "%s has %d bytes, at most %d are read".formatted(file, size, MAX_BYTES));
      }
      return decode(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new DataUnavailableException(file + " does not exist", e);
    } catch (IOException e) {
      throw new CorruptDataException(
          "%s cannot be read (%s)".formatted(file, AtomicFiles.reason(e)), e);
    }
  }

  /**
   * Reads all variables from the bytes of a file.
   *
   * @param origin what to name in an error: a file, or an entry of an archive
   */
  public static Map<String, MatValue> decode(byte[] content, String origin) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(byteOrder(content, origin)).position(HEADER);
    MatParser parser = new MatParser(origin, MAX_BYTES);
    Map<String, MatValue> variables = new LinkedHashMap<>();
    parser.variables(bytes, variables);
    return Collections.unmodifiableMap(variables);
  }

  private static ByteOrder byteOrder(byte[] content, String origin) {
    String head = new String(content, 0, Math.min(8, content.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089HDF") || head.startsWith("MATLAB 7")) {
      throw new CorruptDataException(
          origin + ": byte 0: a MAT file of version 7.3 (HDF5): save it again with -v7");
    }
    if (content.length < HEADER) {
      throw new CorruptDataException(
          "%s: byte %d: the file ends inside the header of a MAT file of version 5"
              .formatted(origin, content.length));
    }
    ByteBuffer end = ByteBuffer.wrap(content).position(VERSION_AT);
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      end.order(order);
      if (end.getShort(VERSION_AT) == VERSION && end.getShort(VERSION_AT + 2) == 0x4d49) {
        return order;
      }
    }
    throw new CorruptDataException(
        "%s: byte %d: no MAT file of version 5".formatted(origin, VERSION_AT));
  }

  /**
   * Writes variables, uncompressed and little endian; equal variables are equal bytes.
   *
   * @throws org.facerepro.core.StorageException if it cannot be written
   */
  public static void write(Path file, Map<String, MatValue> variables) {
    AtomicFiles.writeFile(file, MatWriter.encode(variables));
  }

  /**
   * Writes variables, each deflated, as {@code save -v7} does. Read back they are equal; bytes may
   * differ with the zlib of the platform.
   *
   * @throws org.facerepro.core.StorageException if it cannot be written
   */
  public static void writeCompressed(Path file, Map<String, MatValue> variables) {
    AtomicFiles.writeFile(file, MatWriter.encodeCompressed(variables));
  }
}
