package org.facerepro.core.mat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.facerepro.core.CorruptDataException;

/** Reads the elements of a MAT file: tags, padding, compression. */
final class MatParser {
  private static final int TAG = 8;
  private static final int MAX_RATIO = 1100;

  private final String origin;
  private long budget;

  /** Starts with the number of bytes that compressed elements may unpack to in all. */
  MatParser(String origin, long budget) {
    this.origin = origin;
    this.budget = budget;
  }

  /** A stored element: its type and its bytes. */
  record Element(MatType type, ByteBuffer data, long at) {}

  void variables(ByteBuffer bytes, Map<String, MatValue> into) {
    while (bytes.hasRemaining()) {
      Element element = element(bytes, bytes.position());
      switch (element.type()) {
        case COMPRESSED -> inflated(element, into);
        case MATRIX -> variable(element, into);
        default ->
            throw fault(
                element.at(),
                "an element of type %s, expected a variable".formatted(element.type()));
      }
    }
  }

  private void inflated(Element element, Map<String, MatValue> into) {
    ByteBuffer content = inflate(element);
    Element inner = element(content, element.at());
    if (inner.type() != MatType.MATRIX) {
      throw fault(element.at(), "compressed %s, expected a variable".formatted(inner.type()));
    }
    variable(inner, into);
  }

  private void variable(Element element, Map<String, MatValue> into) {
    MatArrayParser arrays = new MatArrayParser(this, element.at());
    String name = arrays.variable(element.data(), into);
    if (name.isEmpty()) {
      throw fault(element.at(), "a variable without a name");
    }
  }

  /** Reads the next element and its padding. */
  Element element(ByteBuffer bytes, long at) {
    if (bytes.remaining() < TAG) {
      throw fault(at, "the file ends inside a tag");
    }
    int first = bytes.getInt();
    int small = first >>> 16;
    if (small > 4) {
      throw fault(at, "a small element of %d bytes, at most 4".formatted(small));
    }
    MatType type = MatType.of(small > 0 ? first & 0xffff : first);
    if (type == null) {
      throw fault(
          at, "an element of the unknown type %d".formatted(small > 0 ? first & 0xffff : first));
    }
    long length = small > 0 ? small : bytes.getInt() & 0xffff_ffffL;
    if (length > bytes.remaining()) {
      throw fault(at, "declares %d bytes where %d are left".formatted(length, bytes.remaining()));
    }
    ByteBuffer data = bytes.slice(bytes.position(), (int) length).order(bytes.order());
    long taken = small > 0 ? 4 : type == MatType.COMPRESSED ? length : (length + 7) / 8 * 8;
    bytes.position((int) Math.min(bytes.limit(), bytes.position() + taken));
    return new Element(type, data, at);
  }

  private ByteBuffer inflate(Element element) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(element.data());
      byte[] tag = new byte[TAG];
      require(inflater.inflate(tag) == TAG, element.at());
      long length = ByteBuffer.wrap(tag).order(element.data().order()).getInt(4) & 0xffff_ffffL;
      long most = Math.min(budget, (long) MAX_RATIO * element.data().capacity());
      if (length > most) {
        throw fault(
            element.at(), "unpacks to %d bytes, at most %d are read".formatted(length, most));
      }
      budget -= length;
      byte[] content = new byte[TAG + (int) length];
      System.arraycopy(tag, 0, content, 0, TAG);
      int done = TAG;
      int read = 1;
      while (done < content.length && read > 0) {
        read = inflater.inflate(content, done, content.length - done);
        done += read;
      }
      require(done == content.length, element.at());
      return ByteBuffer.wrap(content).order(element.data().order());
    } catch (DataFormatException e) {
      throw new CorruptDataException(
          "%s: byte %d: no zlib data (%s)".formatted(origin, element.at(), e.getMessage()), e);
    } finally {
      inflater.end();
    }
  }

  private void require(boolean holds, long at) {
    if (!holds) {
      throw fault(at, "the compressed element is cut short");
    }
  }

  CorruptDataException fault(long at, String complaint) {
    return new CorruptDataException("%s: byte %d: %s".formatted(origin, at, complaint));
  }
}
