package org.facerepro.face.law;

import java.util.stream.DoubleStream;
import org.facerepro.core.Require;

/** Checks of a law's numbers, and the choice by weight. */
final class Numbers {
  private Numbers() {}

  static void finite(String key, double value) {
    Require.that(Double.isFinite(value), key, "a finite number", value);
  }

  static void positive(String key, double value) {
    Require.that(value > 0 && Double.isFinite(value), key, "a finite number above 0", value);
  }

  static void spread(String key, double value) {
    Require.that(value >= 0 && Double.isFinite(value), key, "a finite number, 0 or more", value);
  }

  static void ordered(double low, double high) {
    finite("low", low);
    finite("high", high);
    Require.that(low <= high, "low", "a number not above high (" + high + ")", low);
  }

  static void total(String key, DoubleStream weights) {
    double total = weights.sum();
    Require.that(
        total > 0 && Double.isFinite(total), key, "weights with a sum above 0", "sum " + total);
  }

  /**
   * Returns the number of the weight within whose share of the total {@code unit} lies.
   *
   * @param unit a number in {@code [0, 1)}
   */
  static int index(double[] weights, double unit) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double rest = unit * total;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        rest -= weights[i];
        if (rest < 0) {
          return i;
        }
      }
    }
    return last;
  }
}
