package org.facerepro.protocol;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.facerepro.metric.Far;
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
 * @param files places below the data root by role; of several the first that exists is taken. None
 *     for generated sets
 * @param options what is chosen where the layout leaves a choice; see {@link LayoutReader#options}
 * @param draw how comparisons are drawn; absent where the files bring a list
 * @param alignment how pictures become aligned faces; absent where they come so
 * @param expected counts of a complete set by name, such as {@code genuine}; none where the size is
 *     chosen
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
    Map<String, List<String>> files,
    Map<String, String> options,
    @Nullable Draw draw,
    @Nullable AlignmentChoice alignment,
    Map<String, Long> expected,
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
    files = frozen(files);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    checksums = List.copyOf(checksums);
    metrics = List.copyOf(metrics);
    metrics.forEach(ProtocolDeclaration::requirePath);
    LayoutReader reader = LayoutReaders.of(layout);
    requireFiles(reader.roles(), files);
    requireOptions(reader, options);
    present("draw", reader.drawn(), draw != null);
    present("alignment", reader.needsAlignment(), alignment != null);
  }

  private static Map<String, List<String>> frozen(Map<String, List<String>> files) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    files.forEach((role, places) -> copy.put(role, List.copyOf(places)));
    return Collections.unmodifiableMap(copy);
  }

  private static void requireFiles(List<FileRole> roles, Map<String, List<String>> files) {
    List<String> known = roles.stream().map(FileRole::name).toList();
    for (String role : files.keySet()) {
      Require.that(known.contains(role), "files", "of this layout only " + known, role);
    }
    for (FileRole role : roles) {
      Require.that(
          !role.required() || !files.getOrDefault(role.name(), List.of()).isEmpty(),
          "files",
          "at least one place for '" + role.name() + "' (" + role.holds() + ")",
          files.keySet());
    }
  }

  private static void requireOptions(LayoutReader reader, Map<String, String> options) {
    try {
      Options.of(reader.options(), options);
    } catch (SpecException e) {
      throw new InvalidValueException(
          "options", "options of this layout", String.valueOf(e.getMessage()));
    }
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

  /**
   * How pictures are aligned.
   *
   * @param method by landmarks or by a square at a fixed place
   * @param crop the square; with {@link AlignmentMethod#FIVE_POINT} the one used where the set
   *     comes without a landmark list, and if absent the set is then unavailable
   */
  public record AlignmentChoice(AlignmentMethod method, @Nullable CentreCrop crop) {
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
   * The published checksums of a file.
   *
   * @param file its place, as the declaration names it
   * @param md5 32 lower-case hexadecimal digits
   * @param sha256 64 lower-case hexadecimal digits; at least one of the two is given
   */
  public record Checksum(String file, @Nullable String md5, @Nullable String sha256) {
    public Checksum {
      Require.that(md5 != null || sha256 != null, "md5", "a checksum, or one under sha256", "none");
      requireHex("md5", md5, 32);
      requireHex("sha256", sha256, 64);
    }

    private static void requireHex(String key, @Nullable String digits, int length) {
      Require.that(
          digits == null || digits.matches("[0-9a-f]{" + length + "}"),
          key,
          length + " lower-case hexadecimal digits",
          String.valueOf(digits));
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

  /** Returns whether the faces are generated by the program and nothing is read. */
  public boolean isGenerated() {
    return layout == Layout.GENERATED;
  }

  /** Returns the places of a role; none if the declaration has none for it. */
  public List<String> places(String role) {
    return files.getOrDefault(role, List.of());
  }

  /** Returns all options of the layout with the values in force. */
  public Options optionsInForce() {
    return Options.of(LayoutReaders.of(layout).options(), options);
  }

  /**
   * Returns what the protocol asks of embeddings, what it leads with first.
   *
   * @throws SpecException if its options do not go together
   */
  public List<Measurement> measurements() {
    return LayoutReaders.of(layout).measurements(this);
  }

  /**
   * Returns the names that parts can have beside the whole, none where only the whole is measured;
   * empty where only the files tell.
   *
   * @param asked what is measured, one of {@link #measurements}
   */
  public Optional<List<String>> parts(Measurement asked) {
    return LayoutReaders.of(layout).parts(asked, optionsInForce());
  }

  /** Returns the false accept rates at which comparisons of templates are reported, if any are. */
  public List<Far> targets() {
    return LayoutReaders.of(layout).targets();
  }

  /**
   * Returns the same declaration with some options chosen otherwise.
   *
   * @throws SpecException if an option or value is unknown
   */
  public ProtocolDeclaration withOptions(Map<String, String> chosen) {
    Map<String, String> all = new LinkedHashMap<>(options);
    all.putAll(chosen);
    Options.of(LayoutReaders.of(layout).options(), all);
    return new ProtocolDeclaration(
        schema, id, title, layout, realData, files, all, draw, alignment, expected, checksums,
        metrics, licence, obtain);
  }

  /** Returns the numbers that a report leads with. */
  public List<MetricPath> headline() {
    return metrics.stream().map(MetricPath::parse).toList();
  }
}
