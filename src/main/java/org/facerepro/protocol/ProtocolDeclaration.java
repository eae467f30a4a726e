package org.facerepro.protocol;

import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.facerepro.metric.MetricPath;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know about a protocol before any of its data is there; one file of {@code
 * protocols/}.
 *
 * @param schema {@value #SCHEMA}
 * @param id short name, the file's name
 * @param title one line for people
 * @param layout how the files are laid out
 * @param realData whether the pictures show real people
 * @param files where the files lie below the data root; absent for generated sets
 * @param draw how comparisons are drawn; absent where the files bring a list
 * @param alignment how pictures become aligned faces; absent for generated sets
 * @param expected what a complete set holds; absent for generated sets, whose size is chosen
 * @param checksums of published files; none where none are known
 * @param metrics the numbers that a report leads with, as paths
 * @param licence terms under which the data may be used
 * @param obtain how to get the data
 */
public record ProtocolDeclaration(
    String schema,
    String id,
    String title,
    Layout layout,
    boolean realData,
    @Nullable Files files,
    @Nullable Draw draw,
    @Nullable AlignmentChoice alignment,
    @Nullable Expected expected,
    List<Checksum> checksums,
    List<String> metrics,
    String licence,
    String obtain) {

  /** What the first key of a declaration says. */
  public static final String SCHEMA = "facerepro/protocol/v1";

  public ProtocolDeclaration {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    Require.that(id.matches("[a-z0-9]+(-[a-z0-9]+)*"), "id", "lower case with dashes", id);
    Require.text("title", title);
    Require.text("licence", licence);
    Require.text("obtain", obtain);
    boolean onDisk = layout != Layout.GENERATED;
    present("files", onDisk, files != null);
    present("alignment", onDisk, alignment != null);
    present("draw", layout != Layout.LFW, draw != null);
    present("files", layout == Layout.LFW, files != null && !files.pairs().isEmpty());
    checksums = List.copyOf(checksums);
    metrics = List.copyOf(metrics);
    metrics.forEach(ProtocolDeclaration::requirePath);
  }

  private static void present(String key, boolean wanted, boolean given) {
    Require.that(
        wanted == given,
        key,
        wanted ? "what this layout needs" : "nothing with this layout",
        given ? "one" : "none");
  }

  private static void requirePath(String metric) {
    try {
      MetricPath.parse(metric);
    } catch (SpecException e) {
      throw new InvalidValueException(
          "metrics", "paths of metrics", String.valueOf(e.getMessage()));
    }
  }

  /** How the files of a protocol are laid out. */
  public enum Layout {
    /** {@code Name/Name_0001.jpg} and a list in the form of {@code pairs.txt}. */
    LFW,
    /** {@code s1/1.pgm} to {@code s40/10.pgm}, no list. */
    ORL,
    /** A face set that the program generates. */
    GENERATED
  }

  /**
   * Places below the data root; of alternatives the first that exists is taken.
   *
   * @param images folders or archives, at least one
   * @param pairs lists of comparisons
   * @param landmarks lists of five points per image
   */
  public record Files(List<String> images, List<String> pairs, List<String> landmarks) {
    public Files {
      Require.that(!images.isEmpty(), "images", "at least one place", images);
      images = List.copyOf(images);
      pairs = List.copyOf(pairs);
      landmarks = List.copyOf(landmarks);
    }
  }

  /**
   * How pictures are aligned.
   *
   * @param method by landmarks or by a square at a fixed place
   * @param crop the square; with {@link AlignmentMethod#FIVE_POINT} the one used where the set
   *     comes without a landmark list, and if absent the set is then unavailable
   */
  public record AlignmentChoice(AlignmentMethod method, Alignment.@Nullable CentreCrop crop) {
    public AlignmentChoice {
      Require.that(
          method == AlignmentMethod.FIVE_POINT || crop != null,
          "crop",
          "centreX, centreY and side",
          "none");
    }
  }

  /** What places a face. */
  public enum AlignmentMethod {
    FIVE_POINT,
    CENTRE_CROP
  }

  /**
   * What a complete set holds.
   *
   * @param genuine genuine comparisons
   * @param impostor impostor comparisons
   * @param folds folds
   * @param images distinct images compared
   */
  public record Expected(int genuine, int impostor, int folds, int images) {}

  /**
   * The published checksum of a file.
   *
   * @param file its path as in {@link Files}
   * @param md5 32 lower-case hexadecimal digits, as the field publishes them
   */
  public record Checksum(String file, String md5) {
    public Checksum {
      Require.that(md5.matches("[0-9a-f]{32}"), "md5", "32 lower-case hexadecimal digits", md5);
    }
  }

  /**
   * Reads a declaration.
   *
   * @throws SpecException if it does not fit exactly
   * @throws org.facerepro.core.DataUnavailableException if there is no such file
   */
  public static ProtocolDeclaration read(Path file) {
    return StrictYaml.read(file, ProtocolDeclaration.class);
  }

  /** Returns the numbers that a report leads with. */
  public List<MetricPath> headline() {
    return metrics.stream().map(MetricPath::parse).toList();
  }
}
