package org.facerepro.experiment.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.face.law.Law;
import org.facerepro.face.model.ModelCard;
import org.facerepro.face.truth.AttributeHistogram;
import org.jspecify.annotations.Nullable;

/**
 * What a generated face set is: for people as {@code README.md}, for programs as {@code card.json}
 * in its folder. All counts are of the files as they were written.
 *
 * @param schema {@code facerepro/face-set-card/v2}
 * @param name short name of the set
 * @param licence terms under which the pictures may be used
 * @param realDataUse which pictures of real people went into it, in words
 * @param recipe all that it was made from, laws and seed among it
 * @param subjects number of subjects
 * @param samplesPerSubject pictures of each
 * @param pictures what the encoded pictures are
 * @param distances between subjects; absent where the pictures carry no coefficients
 * @param attributes how the parameters of the pictures are spread
 * @param labels how many pictures have each attribute; none where labels were not asked for
 * @param laws in force by control: the domain's, the preset's and single ones together; a control
 *     that is not there follows other draws
 * @param files SHA-256 of each file, or one over many small ones
 * @param model what the morphable model behind the faces says about itself; absent without one
 */
public record SetCard(
    String schema,
    String name,
    String licence,
    String realDataUse,
    SetRecipe recipe,
    int subjects,
    int samplesPerSubject,
    Pictures pictures,
    @Nullable SubjectDistances distances,
    Attributes attributes,
    Map<String, AttributeHistogram.Count> labels,
    Map<String, Law> laws,
    Map<String, String> files,
    @Nullable ModelCard model) {
  /** The schema of this version. */
  public static final String SCHEMA = "facerepro/face-set-card/v2";

  /** The card's name in the set's folder. */
  public static final String FILE = "card.json";

  public SetCard {
    files = Map.copyOf(files);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    laws = Collections.unmodifiableMap(new TreeMap<>(laws));
  }

  /**
   * The encoded pictures.
   *
   * @param count how many
   * @param format ending of their names
   * @param side width and height in pixels
   * @param bytes all together
   * @param meanBytes of one
   * @param minBytes of the smallest
   * @param maxBytes of the largest
   */
  public record Pictures(
      long count,
      String format,
      int side,
      long bytes,
      double meanBytes,
      int minBytes,
      int maxBytes) {}

  /**
   * Spread of the parameters, by their path in the annotations, such as {@code pose.yaw}.
   *
   * @param numbers of every number
   * @param categories pictures with each value of a word or a truth
   */
  public record Attributes(
      Map<String, NumberSummary> numbers, Map<String, Map<String, Long>> categories) {
    public Attributes {
      numbers = Map.copyOf(numbers);
      categories = Map.copyOf(categories);
    }
  }
}
