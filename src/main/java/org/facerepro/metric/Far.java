package org.facerepro.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.facerepro.core.Require;
import org.facerepro.core.SpecException;

/**
 * A target false accept rate, kept as a decimal so that {@code 1e-3 · 3000} is 3 and never 2.9999….
 *
 * @param rate greater than 0, less than 1, no trailing zeros
 */
public record Far(BigDecimal rate) implements Comparable<Far> {
  private static final Pattern FORM = Pattern.compile("[0-9]*\\.?[0-9]+([eE]-?[0-9]{1,2})?");
  private static final int RESOLVED_FALSE_ACCEPTS = 10;

  public Far {
    Require.that(
        rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) < 0,
        "far",
        "a rate greater than 0 and less than 1",
        rate);
    rate = rate.stripTrailingZeros();
  }

  /**
   * Reads {@code 1e-3}, {@code 5e-4} or {@code 0.001}.
   *
   * @throws SpecException if it is no rate
   */
  public static Far parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new SpecException("far: expected a rate such as 1e-3, got '" + text + "'");
    }
    BigDecimal rate = new BigDecimal(text);
    if (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
      throw new SpecException("far: expected a rate greater than 0 and less than 1, got " + text);
    }
    return new Far(rate);
  }

  /** Returns {@code floor(rate · impostor)}: how many false accepts the target allows. */
  public long allowedOf(long impostor) {
    return rate.multiply(BigDecimal.valueOf(impostor))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }

  /** Returns whether at least ten false accepts are allowed, so that the rate can be told. */
  public boolean resolvableWith(long impostor) {
    return allowedOf(impostor) >= RESOLVED_FALSE_ACCEPTS;
  }

  /** Returns the one written form of this rate: {@code 1e-3}, {@code 5e-4}. */
  public String text() {
    return rate.unscaledValue() + "e-" + rate.scale();
  }

  @Override
  public int compareTo(Far other) {
    return rate.compareTo(other.rate);
  }

  @Override
  public String toString() {
    return text();
  }
}
