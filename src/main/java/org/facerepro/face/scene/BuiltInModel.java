package org.facerepro.face.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Seed;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.HeadLandmark;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.head.HeadRegion;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.model.ColourEncoding;
import org.facerepro.face.model.ColourTransfer;
import org.facerepro.face.model.LinearModel;
import org.facerepro.face.model.LinearSpace;
import org.facerepro.face.model.ModelCard;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.model.VertexSet;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.HairStyle;
import org.facerepro.face.person.Subject;
import org.facerepro.face.person.SubjectTraits;

/**
 * The built-in head as a morphable model like those from files: shape and expression components by
 * name, colours at the vertices as a linear space around a person of mean skin without hair, beard
 * and make-up.
 *
 * <p>A component is half the difference between coefficients 1 and -1 of the built-in head, for
 * expressions the difference between 1 and rest, so the linear model equals the head near its mean.
 * Closing the mouth is the difference that it makes to an open jaw, and means nothing without one.
 * Lids, which the head lays on the eyeball by rule, follow only so far; the eyeballs therefore lie
 * a little deeper than the head's. Vertices hold less detail than the painted texture.
 */
public final class BuiltInModel {
  private static final Seed SEED = new Seed(0x6d65616eL);
  private static final List<String> SKIN_PARTS = List.of("face", "head");
  private static final List<String> NOT_SKIN =
      List.of("mouth-socket", "eye-socket-left", "eye-socket-right");

  /** How much deeper the eyeballs lie, mm; our choice. */
  private static final float EYE_RECESS = 1.2f;

  private static final int FIRST_BROW = 17;
  private static final int END_BROW = 27;

  private static final SubjectTraits MEAN_TRAITS =
      new SubjectTraits(false, 42, 0.26, 0.16, 0.7, 0, HairStyle.BALD, BeardStyle.NONE, 0, 0, 0);

  private static final Map<ExpressionComponent, Double> JAW_OPEN =
      Map.of(ExpressionComponent.JAW_OPEN, 1.0);

  private static final Map<ExpressionComponent, Double> MOUTH_CLOSED =
      Map.of(ExpressionComponent.JAW_OPEN, 1.0, ExpressionComponent.MOUTH_CLOSE, 1.0);

  private final HeadModel head;

  private BuiltInModel(HeadModel head) {
    this.head = head;
  }

  /** Makes the model; takes a few seconds, because each colour component is painted twice. */
  public static MorphableModel of(HeadModel head) {
    return new BuiltInModel(head).model();
  }

  /**
   * Gives the skin of a model from a file the colours of the built-in head, by common landmarks.
   * Parts of their own, such as eyes and teeth, keep their colours.
   *
   * @throws org.facerepro.core.InvalidValueException if the models name fewer than 4 landmarks in
   *     common
   */
  public static MorphableModel colour(MorphableModel model, MorphableModel builtIn) {
    Map<String, VertexSet> regions = model.regions();
    boolean named = regions.keySet().containsAll(SKIN_PARTS);
    VertexSet painted =
        named
            ? VertexSet.of(
                SKIN_PARTS.stream()
                    .flatMapToInt(name -> region(regions, name).stream())
                    .filter(v -> NOT_SKIN.stream().noneMatch(n -> region(regions, n).contains(v))))
            : VertexSet.range(0, model.vertexCount());
    MorphableModel source =
        LinearModel.copyOf(builtIn).landmarks(withoutBrows(builtIn.landmarks())).build();
    return ColourTransfer.onto(model, painted, source, skin(builtIn.regions()));
  }

  /** The brow points of some models, ICT-FaceKit's among them, lie well above their brows. */
  private static Map<String, Integer> withoutBrows(Map<String, Integer> landmarks) {
    Map<String, Integer> kept = new LinkedHashMap<>(landmarks);
    kept.keySet().removeIf(name -> name.contains("eyebrow"));
    IntStream.range(FIRST_BROW, END_BROW).mapToObj(BuiltInModel::numbered).forEach(kept::remove);
    return kept;
  }

  private static String numbered(int point) {
    return String.format("multipie68.%02d", point);
  }

  private static VertexSet region(Map<String, VertexSet> regions, String name) {
    return regions.getOrDefault(name, VertexSet.of(IntStream.empty()));
  }

  private static VertexSet skin(Map<String, VertexSet> regions) {
    return VertexSet.of(
        regions.entrySet().stream()
            .filter(part -> !BuiltInColours.isInside(part.getKey()))
            .flatMapToInt(part -> part.getValue().stream()));
  }

  static Subject subject(
      double melanin, Map<ShapeComponent, Double> shape, Map<ColourComponent, Double> colour) {
    SubjectTraits mean = MEAN_TRAITS;
    SubjectTraits traits =
        new SubjectTraits(
            mean.masculine(),
            mean.age(),
            mean.melanin() + melanin,
            mean.eyeFold(),
            mean.hairDarkness(),
            mean.greyness(),
            mean.hairStyle(),
            mean.beardStyle(),
            mean.makeUp(),
            mean.glassesHabit(),
            mean.hatHabit());
    return Subject.of(SEED, traits, shape, colour);
  }

  private MorphableModel model() {
    HeadMesh mesh = head.mesh();
    Map<String, VertexSet> regions = regions(mesh);
    return LinearModel.builder(card(), mesh.copyTriangles(), shape())
        .expression(expression())
        .colour(new BuiltInColours(head, regions).space(), ColourEncoding.LINEAR)
        .landmarks(landmarks(mesh))
        .regions(regions)
        .build();
  }

  private LinearSpace shape() {
    ShapeComponent[] components = ShapeComponent.values();
    float[][] columns = new float[components.length][];
    for (int k = 0; k < columns.length; k++) {
      float[] more = positions(Map.of(components[k], 1.0), Map.of());
      float[] less = positions(Map.of(components[k], -1.0), Map.of());
      columns[k] = difference(more, less, 0.5f);
    }
    float[] mean = positions(Map.of(), Map.of());
    for (int side = 0; side < 2; side++) {
      for (int v = head.mesh().eyeball(side); v < head.mesh().eyeballEnd(side); v++) {
        mean[3 * v + 2] -= EYE_RECESS;
      }
    }
    return space(mean, columns, EnumNames.all(ShapeComponent.class));
  }

  private LinearSpace expression() {
    ExpressionComponent[] components = ExpressionComponent.values();
    float[] rest = positions(Map.of(), Map.of());
    float[] open = positions(Map.of(), JAW_OPEN);
    float[][] columns = new float[components.length][];
    for (int k = 0; k < columns.length; k++) {
      boolean closing = components[k] == ExpressionComponent.MOUTH_CLOSE;
      columns[k] =
          closing
              ? difference(positions(Map.of(), MOUTH_CLOSED), open, 1)
              : difference(positions(Map.of(), Map.of(components[k], 1.0)), rest, 1);
    }
    return space(new float[rest.length], columns, EnumNames.all(ExpressionComponent.class));
  }

  /** Returns the head's vertices as pictures of it have them. */
  private float[] positions(
      Map<ShapeComponent, Double> shape, Map<ExpressionComponent, Double> expression) {
    float[] positions = head.shaped(subject(0, shape, Map.of()));
    head.express(positions, expression);
    return positions;
  }

  static float[] difference(float[] more, float[] less, float factor) {
    float[] out = new float[more.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = factor * (more[i] - less[i]);
    }
    return out;
  }

  static LinearSpace space(float[] mean, float[][] columns, List<String> names) {
    float[] basis = new float[mean.length * columns.length];
    float[] deviation = new float[columns.length];
    for (int k = 0; k < columns.length; k++) {
      deviation[k] = 1;
      for (int row = 0; row < mean.length; row++) {
        basis[row * columns.length + k] = columns[k][row];
      }
    }
    return LinearSpace.of(mean, basis, deviation, names);
  }

  private static Map<String, VertexSet> regions(HeadMesh mesh) {
    Map<String, VertexSet> regions = new LinkedHashMap<>();
    for (HeadRegion region : HeadRegion.values()) {
      VertexSet vertices =
          VertexSet.of(
              IntStream.range(0, mesh.firstLandmark()).filter(v -> mesh.region(v) == region));
      if (vertices.size() > 0) {
        regions.put(EnumNames.of(region), vertices);
      }
    }
    return regions;
  }

  /** Names the 68 points as files of models do, so that these and the head have them in common. */
  private static Map<String, Integer> landmarks(HeadMesh mesh) {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (HeadLandmark mark : mesh.landmarks(LandmarkSet.IBUG_68)) {
      names.put(numbered(Integer.parseInt(mark.name()) - 1), mark.vertex());
    }
    mesh.landmarks(LandmarkSet.BASEL_19).forEach(mark -> names.put(mark.name(), mark.vertex()));
    mesh.landmarks(LandmarkSet.FIVE).forEach(mark -> names.put(mark.name(), mark.vertex()));
    return names;
  }

  private static ModelCard card() {
    return new ModelCard(
        "built-in",
        "FaceRepro's built-in head",
        "Apache License 2.0, as FaceRepro",
        "none in the model; constants were chosen against the mean picture and grey levels of "
            + "people of LFW's training part",
        "made by code, org.facerepro.face",
        null,
        new ModelCard.Counts(0, 0, 0, 0, 0));
  }
}
