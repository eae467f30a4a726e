package org.facerepro.data;

import com.fasterxml.jackson.databind.JsonNode;
import org.facerepro.core.Require;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.facerepro.image.RgbImage;

/** One picture of one subject, encoded, with what is known about it. */
public final class FaceSample {
  private final String key;
  private final String subject;
  private final PictureFormat format;
  private final byte[] encoded;
  private final JsonNode annotations;

  private FaceSample(
      String key, String subject, PictureFormat format, byte[] encoded, JsonNode annotations) {
    SampleKey.check(key);
    Require.text("subject", subject);
    this.key = key;
    this.subject = subject;
    this.format = format;
    this.encoded = encoded;
    this.annotations = annotations;
  }

  /**
   * Makes a sample that takes {@code encoded} and {@code annotations} over without copies; the
   * caller gives both away and must not change them again.
   *
   * @param key unique in its set: letters, digits, {@code _}, {@code -}, with {@code /} between
   *     parts; at most 90 characters
   * @param annotations any JSON, {@code NullNode} for none
   * @throws org.facerepro.core.InvalidValueException if the key or the subject cannot be one
   */
  public static FaceSample takeOver(
      String key, String subject, PictureFormat format, byte[] encoded, JsonNode annotations) {
    return new FaceSample(key, subject, format, encoded, annotations);
  }

  /** Makes a sample from copies; see {@link #takeOver}. */
  public static FaceSample copyOf(
      String key, String subject, PictureFormat format, byte[] encoded, JsonNode annotations) {
    return new FaceSample(key, subject, format, encoded.clone(), annotations.deepCopy());
  }

  /** Returns the name of the sample, unique in its set. */
  public String key() {
    return key;
  }

  /** Returns the id of the person. */
  public String subject() {
    return subject;
  }

  public PictureFormat format() {
    return format;
  }

  /** Returns a copy of the encoded picture. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** Returns the encoded picture itself, for readers of this package that must not write to it. */
  byte[] bytes() {
    return encoded;
  }

  /** Returns the decoded picture. */
  public RgbImage decode() {
    return ImageCodec.decode(encoded, key);
  }

  /** Returns a copy of the annotations. */
  public JsonNode annotations() {
    return annotations.deepCopy();
  }

  JsonNode tree() {
    return annotations;
  }

  @Override
  public String toString() {
    return "FaceSample[" + key + ", subject " + subject + ", " + encoded.length + " bytes]";
  }
}
