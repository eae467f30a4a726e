package org.facerepro.face.model;

import java.nio.charset.StandardCharsets;
import org.facerepro.core.CorruptDataException;
import org.jspecify.annotations.Nullable;

/** Walks over the lines and numbers of a Wavefront OBJ text without making objects of them. */
final class ObjScanner {
  private static final int DIGITS = 17;
  private static final double[] TENS = new double[DIGITS + 1];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = 10 * TENS[i - 1];
    }
  }

  private final byte[] text;
  private final String origin;
  private int at;
  private int lineEnd = -1;
  private int line;

  ObjScanner(byte[] text, String origin) {
    this.text = text;
    this.origin = origin;
  }

  /** Goes to the start of the next line that has something in it; false at the end. */
  boolean nextLine() {
    do {
      at = lineEnd + 1;
      if (at >= text.length) {
        return false;
      }
      lineEnd = at;
      while (lineEnd < text.length && text[lineEnd] != '\n') {
        lineEnd++;
      }
      line++;
    } while (!hasMore());
    return true;
  }

  /** Passes over blanks and says whether something is left on the line. */
  boolean hasMore() {
    while (at < lineEnd && text[at] <= ' ') {
      at++;
    }
    return at < lineEnd;
  }

  /** Passes over a keyword if the line goes on with it and a blank. */
  boolean skip(String keyword) {
    int end = at + keyword.length();
    if (end >= lineEnd || text[end] > ' ') {
      return false;
    }
    for (int i = 0; i < keyword.length(); i++) {
      if (text[at + i] != keyword.charAt(i)) {
        return false;
      }
    }
    at = end;
    return true;
  }

  /** Returns what is left of the line. */
  String rest() {
    hasMore();
    return new String(text, at, lineEnd - at, StandardCharsets.UTF_8).strip();
  }

  /** Reads a decimal number. */
  double number() {
    hasMore();
    int start = at;
    boolean negative = at < lineEnd && text[at] == '-';
    at += negative ? 1 : 0;
    long mantissa = 0;
    int digits = 0;
    int behindPoint = 0;
    boolean point = false;
    while (at < lineEnd && (digit(text[at]) || (text[at] == '.' && !point))) {
      if (text[at] == '.') {
        point = true;
      } else {
        mantissa = 10 * mantissa + (text[at] - '0');
        digits++;
        behindPoint += point ? 1 : 0;
      }
      at++;
    }
    boolean plain = digits > 0 && digits <= DIGITS - 2 && (at == lineEnd || text[at] <= ' ');
    double value = mantissa / TENS[plain ? behindPoint : 0];
    return plain ? negative ? -value : value : uncommon(start);
  }

  /** Reads a number in a form that is rare: many digits, an exponent. */
  private double uncommon(int start) {
    while (at < lineEnd && text[at] > ' ') {
      at++;
    }
    String word = new String(text, start, at - start, StandardCharsets.ISO_8859_1);
    try {
      double value = Double.parseDouble(word);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw fault("'" + word + "' is no number", e);
    }
    throw fault("'" + word + "' where a finite number should be", null);
  }

  /** Reads the vertex of a polygon's corner, {@code 7}, {@code 7/1} or {@code 7/1/3}, from 1. */
  int corner() {
    hasMore();
    int start = at;
    int value = 0;
    while (at < lineEnd && digit(text[at]) && at - start < 9) {
      value = 10 * value + (text[at] - '0');
      at++;
    }
    boolean ended = at == lineEnd || text[at] <= ' ' || text[at] == '/';
    if (at == start || !ended) {
      throw fault("a corner that is no vertex number from 1", null);
    }
    while (at < lineEnd && text[at] > ' ') {
      at++;
    }
    return value;
  }

  private static boolean digit(byte c) {
    return c >= '0' && c <= '9';
  }

  CorruptDataException fault(String complaint, @Nullable Throwable cause) {
    return new CorruptDataException("%s: line %d: %s".formatted(origin, line, complaint), cause);
  }
}
