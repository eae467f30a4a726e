package org.facerepro.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;

/** Puts arrays {@code [n, d]} below each other; holds one of them in memory at a time. */
public final class NpyRows {
  private NpyRows() {}

  /**
   * Writes the rows of some files as one, in their order.
   *
   * @param parts {@code .npy} files of float32 {@code [n, d]}, one at least, all of one {@code d}
   * @throws org.facerepro.core.DataUnavailableException if a part is missing
   * @throws CorruptDataException if a part is damaged or of another form
   * @throws org.facerepro.core.StorageException if the target cannot be written
   */
  public static void join(List<Path> parts, Path target) {
    int dimension = shape(Npy.read(parts.get(0)), parts.get(0)).get(1);
    int rows = 0;
    for (Path part : parts) {
      List<Integer> shape = shape(Npy.read(part), part);
      if (shape.get(1) != dimension) {
        throw new CorruptDataException(
            "%s has %d columns, %s has %d".formatted(part, shape.get(1), parts.get(0), dimension));
      }
      rows = Math.addExact(rows, shape.get(0));
    }
    NpyHeader header = new NpyHeader(NpyType.FLOAT32, List.of(rows, dimension), false);
    AtomicFiles.writeFile(target, temporary -> write(temporary, header, parts));
  }

  private static List<Integer> shape(NpyArray array, Path part) {
    if (array.type() != NpyType.FLOAT32 || array.shape().size() != 2) {
      throw new CorruptDataException(
          "%s holds %s of shape %s, expected float32 [n, d]"
              .formatted(part, array.type(), array.shape()));
    }
    return array.shape();
  }

  private static void write(Path file, NpyHeader header, List<Path> parts) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writeFully(out, ByteBuffer.wrap(header.encode()));
      for (Path part : parts) {
        writeFully(out, Npy.read(part).view());
      }
    }
  }

  private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
