package org.facerepro.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.facerepro.image.RgbImage;

/** One picture of one subject, encoded, with what is known about it. */
public final class FaceSample {
  private static final Pattern ENDING = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  private final String key;
  private final String subject;
  private final PictureFormat format;
  private final byte[] encoded;
  private final JsonNode annotations;
  private final Map<String, byte[]> companions;

  private FaceSample(
      String key,
      String subject,
      PictureFormat format,
      byte[] encoded,
      JsonNode annotations,
      Map<String, byte[]> companions) {
    SampleKey.check(key);
    Require.text("subject", subject);
    this.key = key;
    this.subject = subject;
    this.format = format;
    this.encoded = encoded;
    this.annotations = annotations;
    this.companions = companions;
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
    return new FaceSample(key, subject, format, encoded, annotations, Map.of());
  }

  /** Makes a sample from copies; see {@link #takeOver}. */
  public static FaceSample copyOf(
      String key, String subject, PictureFormat format, byte[] encoded, JsonNode annotations) {
    return new FaceSample(key, subject, format, encoded.clone(), annotations.deepCopy(), Map.of());
  }

  /**
   * Returns the same sample with files that lie beside its picture, such as ground truth; takes
   * their contents over.
   *
   * @param files contents by ending, in their order: {@code depth.png} becomes {@code
   *     <key>.depth.png}
   * @throws org.facerepro.core.InvalidValueException if an ending cannot be one, or is that of the
   *     picture or the annotations
   */
  public FaceSample with(Map<String, byte[]> files) {
    for (String ending : files.keySet()) {
      boolean taken = ending.equals("json") || ending.equals(format.extension());
      Require.that(
          !taken && ENDING.matcher(ending).matches(),
          "companions",
          "endings of lower-case letters and digits with dots or dashes between, none of them json"
              + " or the picture's",
          "'" + ending + "'");
    }
    Map<String, byte[]> copy = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    return new FaceSample(key, subject, format, encoded, annotations, copy);
  }

  /** Returns the endings of the files beside the picture, in their order. */
  public List<String> companions() {
    return List.copyOf(companions.keySet());
  }

  /**
   * Returns a copy of a file beside the picture.
   *
   * @throws org.facerepro.core.InvalidValueException if there is none with this ending
   */
  public byte[] companion(String ending) {
    byte[] content = companions.get(ending);
    if (content == null) {
      throw new InvalidValueException("ending", "one of " + companions(), ending);
    }
    return content.clone();
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
