package org.facerepro.face.draw;

/** A colour in linear light. */
public record Rgb(float r, float g, float b) {

  public static Rgb of(double r, double g, double b) {
    return new Rgb((float) r, (float) g, (float) b);
  }

  public Rgb scaled(double factor) {
    return of(r * factor, g * factor, b * factor);
  }

  public Rgb times(double fr, double fg, double fb) {
    return of(r * fr, g * fg, b * fb);
  }

  public Rgb mixed(Rgb other, double share) {
    return of(r + (other.r - r) * share, g + (other.g - g) * share, b + (other.b - b) * share);
  }

  /**
   * Returns this to the power {@code 1 - share} times the other to {@code share}: layered pigment.
   */
  public Rgb layered(Rgb other, double share) {
    return of(layer(r, other.r, share), layer(g, other.g, share), layer(b, other.b, share));
  }

  private static double layer(float a, float b, double share) {
    return StrictMath.pow(a, 1 - share) * StrictMath.pow(b, share);
  }
}
