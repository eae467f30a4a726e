package org.facerepro.core.mat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Require;

/** A MATLAB array; every kind has a shape of two or more sizes and elements in column order. */
public sealed interface MatValue {

  /** Returns the sizes, {@code rows, columns, …}. */
  List<Integer> shape();

  /** Returns the number of elements. */
  default int size() {
    return count(shape());
  }

  /** Returns the product of the sizes. */
  static int count(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** Numbers of any class, logical ones included; single precision is kept as such. */
  final class Numbers implements MatValue {
    private final List<Integer> shape;
    private final double[] doubles;
    private final float[] singles;

    /** Takes {@code values} over, in column order. */
    Numbers(List<Integer> shape, double[] values) {
      this(shape, values, new float[0]);
      checkSize(this, values.length);
    }

    /** Takes {@code values} of single precision over, in column order. */
    Numbers(List<Integer> shape, float[] values) {
      this(shape, new double[0], values);
      checkSize(this, values.length);
    }

    private Numbers(List<Integer> shape, double[] doubles, float[] singles) {
      this.shape = List.copyOf(shape);
      this.doubles = doubles;
      this.singles = singles;
    }

    /** Makes a column {@code [n, 1]}. */
    public static Numbers column(double... values) {
      return new Numbers(List.of(values.length, 1), values.clone());
    }

    /** Makes a row {@code [1, n]}. */
    public static Numbers row(double... values) {
      return new Numbers(List.of(1, values.length), values.clone());
    }

    /** Makes a matrix {@code [rows, columns]} from its elements in column order. */
    public static Numbers matrix(int rows, int columns, double... values) {
      return new Numbers(List.of(rows, columns), values.clone());
    }

    @Override
    public List<Integer> shape() {
      return shape;
    }

    /** Returns element {@code i} in column order. */
    public double get(int i) {
      return singles.length > 0 ? singles[i] : doubles[i];
    }

    /** Returns a copy of all elements in column order. */
    public double[] toArray() {
      double[] all = new double[size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = get(i);
      }
      return all;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Numbers that
          && shape.equals(that.shape)
          && Arrays.equals(toArray(), that.toArray());
    }

    @Override
    public int hashCode() {
      return 31 * shape.hashCode() + Arrays.hashCode(toArray());
    }

    @Override
    public String toString() {
      return "numbers of shape " + shape;
    }
  }

  /**
   * Characters.
   *
   * @param characters in column order
   */
  record Text(List<Integer> shape, String characters) implements MatValue {
    public Text {
      shape = List.copyOf(shape);
      Require.that(
          characters.length() == count(shape), "characters", "as many as the shape says", shape);
    }

    /** Makes a text of one row. */
    public static Text of(String line) {
      return new Text(List.of(line.isEmpty() ? 0 : 1, line.length()), line);
    }

    /** Returns the text if it has one row or none. */
    public String line() {
      Require.that(shape.size() == 2 && shape.get(0) <= 1, "text", "one row", shape);
      return characters;
    }
  }

  /**
   * Cells, each with any array.
   *
   * @param cells in column order
   */
  record Cells(List<Integer> shape, List<MatValue> cells) implements MatValue {
    public Cells {
      shape = List.copyOf(shape);
      cells = List.copyOf(cells);
      Require.that(cells.size() == count(shape), "cells", "as many as the shape says", shape);
    }

    /** Makes a column {@code [n, 1]}. */
    public static Cells column(List<MatValue> cells) {
      return new Cells(List.of(cells.size(), 1), cells);
    }
  }

  /**
   * Structs with the same fields.
   *
   * @param elements the fields of each, in column order
   */
  record Structs(List<Integer> shape, List<String> fields, List<Map<String, MatValue>> elements)
      implements MatValue {
    public Structs {
      shape = List.copyOf(shape);
      fields = List.copyOf(fields);
      elements = elements.stream().map(Map::copyOf).toList();
      Require.that(elements.size() == count(shape), "elements", "as the shape says", shape);
    }

    /** Makes a struct {@code [1, 1]}, its fields in the order of the list. */
    public static Structs of(List<String> fields, Map<String, MatValue> values) {
      return new Structs(List.of(1, 1), fields, List.of(values));
    }
  }

  private static void checkSize(MatValue value, int elements) {
    Require.that(elements == value.size(), "values", "as the shape says", value.shape());
  }
}
