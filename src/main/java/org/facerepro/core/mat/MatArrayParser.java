package org.facerepro.core.mat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.mat.MatParser.Element;
import org.facerepro.core.mat.MatValue.Cells;
import org.facerepro.core.mat.MatValue.Numbers;
import org.facerepro.core.mat.MatValue.Structs;
import org.facerepro.core.mat.MatValue.Text;

/** Reads one variable: an array of numbers or characters, or cells and structs of further ones. */
final class MatArrayParser {
  static final int CELL = 1;
  static final int STRUCT = 2;
  static final int CHAR = 4;
  static final int DOUBLE = 6;
  private static final int UINT64 = 15;
  private static final int COMPLEX = 0x0800;
  private static final int MAX_DEPTH = 32;

  private final MatParser elements;
  private final long at;
  private int depth;

  /** Reads arrays of the variable that starts at byte {@code at} of the file. */
  MatArrayParser(MatParser elements, long at) {
    this.elements = elements;
    this.at = at;
  }

  /** Reads a variable into {@code into} and returns its name. */
  String variable(ByteBuffer data, Map<String, MatValue> into) {
    Head head = head(data);
    if (into.containsKey(head.name())) {
      throw elements.fault(at, "the variable %s is there twice".formatted(head.name()));
    }
    into.put(head.name(), content(head, data));
    return head.name();
  }

  private record Head(int kind, boolean complex, List<Integer> shape, String name) {}

  private MatValue array(ByteBuffer data) {
    Element element = elements.element(data, at);
    if (element.type() != MatType.MATRIX) {
      throw elements.fault(at, "%s where an array should be".formatted(element.type()));
    }
    if (!element.data().hasRemaining()) {
      return new Numbers(List.of(0, 0), new double[0]);
    }
    return content(head(element.data()), element.data());
  }

  private Head head(ByteBuffer data) {
    Element flags = elements.element(data, at);
    if (flags.type() != MatType.UINT32 || flags.data().remaining() != 8) {
      throw elements.fault(at, "an array without its flags");
    }
    int word = flags.data().getInt();
    double[] sizes = numbers(elements.element(data, at));
    Element name = elements.element(data, at);
    return new Head(word & 0xff, (word & COMPLEX) != 0, shape(sizes), latin1(name.data()));
  }

  private List<Integer> shape(double[] sizes) {
    List<Integer> shape = new ArrayList<>();
    long count = 1;
    for (double size : sizes) {
      boolean sound = size >= 0 && size <= Integer.MAX_VALUE && (count *= (long) size) < 1L << 31;
      if (!sound) {
        throw elements.fault(at, "an array dimension of %s".formatted(size));
      }
      shape.add((int) size);
    }
    if (shape.size() < 2) {
      throw elements.fault(at, "an array of %d dimensions, at least 2".formatted(shape.size()));
    }
    return shape;
  }

  private MatValue content(Head head, ByteBuffer data) {
    depth++;
    if (depth > MAX_DEPTH) {
      throw elements.fault(at, "cells and structs nested deeper than %d".formatted(MAX_DEPTH));
    }
    MatValue value =
        switch (head.kind()) {
          case CELL -> new Cells(head.shape(), arrays(MatValue.count(head.shape()), data));
          case STRUCT -> structs(head.shape(), data);
          case CHAR -> text(head.shape(), elements.element(data, at));
          default -> numeric(head, data);
        };
    depth--;
    return value;
  }

  private List<MatValue> arrays(int count, ByteBuffer data) {
    List<MatValue> arrays = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arrays.add(array(data));
    }
    return arrays;
  }

  private Structs structs(List<Integer> shape, ByteBuffer data) {
    double[] width = numbers(elements.element(data, at));
    ByteBuffer names = elements.element(data, at).data();
    int length = width.length == 1 ? (int) width[0] : 0;
    if (length < 1 || names.remaining() % length != 0) {
      throw elements.fault(
          at, "field names of %d bytes, not a multiple of %d".formatted(names.remaining(), length));
    }
    List<String> fields = new ArrayList<>();
    while (names.hasRemaining()) {
      fields.add(latin1(names.slice(names.position(), length)));
      names.position(names.position() + length);
    }
    List<Map<String, MatValue>> structs = new ArrayList<>();
    for (int i = 0; i < MatValue.count(shape); i++) {
      List<MatValue> values = arrays(fields.size(), data);
      Map<String, MatValue> struct = new LinkedHashMap<>();
      for (int f = 0; f < fields.size(); f++) {
        struct.put(fields.get(f), values.get(f));
      }
      structs.add(struct);
    }
    return new Structs(shape, fields, structs);
  }

  private Text text(List<Integer> shape, Element stored) {
    String characters = characters(stored);
    if (characters.length() != MatValue.count(shape)) {
      throw elements.fault(
          at, "%d characters in a text of shape %s".formatted(characters.length(), shape));
    }
    return new Text(shape, characters);
  }

  private String characters(Element stored) {
    if (stored.type() == MatType.UTF8) {
      return StandardCharsets.UTF_8.decode(stored.data()).toString();
    }
    StringBuilder text = new StringBuilder();
    for (double code : numbers(stored)) {
      text.appendCodePoint(code >= 0 && code <= 0x10ffff ? (int) code : 0xfffd);
    }
    return text.toString();
  }

  private Numbers numeric(Head head, ByteBuffer data) {
    if (head.kind() < DOUBLE || head.kind() > UINT64) {
      throw elements.fault(
          at,
          "an array of class %d, read are cells, structs, characters and numbers"
              .formatted(head.kind()));
    }
    if (head.complex()) {
      throw elements.fault(at, "complex numbers");
    }
    Element stored = elements.element(data, at);
    if (stored.type() == MatType.SINGLE && stored.data().remaining() % Float.BYTES == 0) {
      float[] values = new float[stored.data().remaining() / Float.BYTES];
      stored.data().asFloatBuffer().get(values);
      return new Numbers(counted(head, values.length), values);
    }
    double[] values = numbers(stored);
    return new Numbers(counted(head, values.length), values);
  }

  private List<Integer> counted(Head head, int values) {
    if (values != MatValue.count(head.shape())) {
      throw elements.fault(
          at, "%d numbers in an array of shape %s".formatted(values, head.shape()));
    }
    return head.shape();
  }

  private double[] numbers(Element stored) {
    MatType type = stored.type();
    int bytes = stored.data().remaining();
    boolean numeric = type != MatType.MATRIX && type != MatType.COMPRESSED;
    if (!numeric || bytes % type.bytes() != 0) {
      throw elements.fault(at, "%d bytes of %s where numbers should be".formatted(bytes, type));
    }
    double[] values = new double[bytes / type.bytes()];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = type.read(stored.data());
      }
    } catch (IllegalArgumentException e) {
      throw elements.fault(at, String.valueOf(e.getMessage()));
    }
    return values;
  }

  private static String latin1(ByteBuffer bytes) {
    String text = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }
}
