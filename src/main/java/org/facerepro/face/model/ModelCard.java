package org.facerepro.face.model;

import java.util.regex.Pattern;
import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * What a morphable model says about itself; it travels into every set of faces made with it.
 *
 * @param id short name in lower case, such as {@code bfm2017}
 * @param title name as reports show it
 * @param licence terms under which the model and its pictures may be used
 * @param realDataUse which real people's data went into the model, in words; "none" if none did
 * @param source who made the model: citation or address
 * @param sha256 digest of the model's file, or of its files' digests where it has several; none
 *     where the program itself makes the model
 * @param counts sizes of its parts
 */
public record ModelCard(
    String id,
    String title,
    String licence,
    String realDataUse,
    String source,
    @Nullable String sha256,
    Counts counts) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /**
   * Sizes of a model.
   *
   * @param vertices number of vertices
   * @param triangles number of triangles
   * @param shape number of shape components
   * @param colour number of colour components
   * @param expression number of expression components
   */
  public record Counts(int vertices, int triangles, int shape, int colour, int expression) {}

  public ModelCard {
    Require.that(ID.matcher(id).matches(), "id", "lower-case letters, digits and hyphens", id);
    Require.text("title", title);
    Require.text("licence", licence);
    Require.text("realDataUse", realDataUse);
    Require.text("source", source);
    Require.that(
        sha256 == null || DIGEST.matcher(sha256).matches(),
        "sha256",
        "64 lower-case hexadecimal digits",
        String.valueOf(sha256));
  }

  /** Returns this card for a model of other sizes. */
  public ModelCard withCounts(Counts other) {
    return new ModelCard(id, title, licence, realDataUse, source, sha256, other);
  }
}
