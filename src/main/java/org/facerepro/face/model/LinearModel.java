package org.facerepro.face.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facerepro.core.Require;

/** A morphable model whose spaces are held in memory; all fit one mesh. */
public final class LinearModel implements MorphableModel {
  private final ModelCard card;
  private final int[] triangles;
  private final LinearSpace shape;
  private final LinearSpace expression;
  private final LinearSpace colour;
  private final ColourEncoding encoding;
  private final Map<String, Integer> landmarks;
  private final Map<String, VertexSet> regions;

  /** Puts a model together; the counts of the card are set from its parts. */
  public static Builder builder(ModelCard card, int[] triangles, LinearSpace shape) {
    return new Builder(card, triangles, shape);
  }

  private LinearModel(Builder parts) {
    shape = parts.shape;
    expression = parts.expression;
    colour = parts.colour;
    encoding = parts.encoding;
    triangles = parts.triangles;
    landmarks = Collections.unmodifiableMap(new LinkedHashMap<>(parts.landmarks));
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(parts.regions));
    card = parts.card.withCounts(counts());
    requireFit();
  }

  private ModelCard.Counts counts() {
    return new ModelCard.Counts(
        shape.vertexCount(),
        triangles.length / 3,
        shape.components(),
        colour.components(),
        expression.components());
  }

  private void requireFit() {
    int vertices = shape.vertexCount();
    Require.that(vertices > 0, "shape", "at least one vertex", vertices);
    Require.that(triangles.length % 3 == 0, "triangles", "three corners each", triangles.length);
    for (int i = 0; i < triangles.length; i++) {
      int vertex = triangles[i];
      if (vertex < 0 || vertex >= vertices) {
        Require.between("triangles[" + i / 3 + "]", vertex, 0, vertices - 1);
      }
    }
    Require.between("vertices of expression", expression.vertexCount(), vertices, vertices);
    Require.between("vertices of colour", colour.vertexCount(), vertices, vertices);
    landmarks.forEach(
        (name, vertex) -> Require.between("landmarks/" + name, vertex, 0, vertices - 1));
    regions.forEach(
        (name, region) -> Require.between("regions/" + name, region.end(), 0, vertices));
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public int vertexCount() {
    return shape.vertexCount();
  }

  @Override
  public int[] triangles() {
    return triangles.clone();
  }

  @Override
  public LinearSpace shape() {
    return shape;
  }

  @Override
  public LinearSpace expression() {
    return expression;
  }

  @Override
  public LinearSpace colour() {
    return colour;
  }

  @Override
  public ColourEncoding colourEncoding() {
    return encoding;
  }

  @Override
  public Map<String, Integer> landmarks() {
    return landmarks;
  }

  @Override
  public Map<String, VertexSet> regions() {
    return regions;
  }

  /** Returns a copy of the parts, to make a model that differs in some. */
  public static Builder copyOf(MorphableModel model) {
    return builder(model.card(), model.triangles(), model.shape())
        .expression(model.expression())
        .colour(model.colour(), model.colourEncoding())
        .landmarks(model.landmarks())
        .regions(model.regions());
  }

  /** The parts of a model; what is not given has no components: grey, no expression. */
  public static final class Builder {
    private static final float GREY = 0.5f;

    private final int[] triangles;
    private final LinearSpace shape;
    private ModelCard card;
    private LinearSpace expression;
    private LinearSpace colour;
    private ColourEncoding encoding = ColourEncoding.SRGB;
    private Map<String, Integer> landmarks = Map.of();
    private Map<String, VertexSet> regions = Map.of();

    private Builder(ModelCard card, int[] triangles, LinearSpace shape) {
      this.card = card;
      this.triangles = triangles.clone();
      this.shape = shape;
      float[] grey = new float[shape.rows()];
      expression = LinearSpace.constant(grey);
      Arrays.fill(grey, GREY);
      colour = LinearSpace.constant(grey);
    }

    public Builder card(ModelCard other) {
      card = other;
      return this;
    }

    public Builder expression(LinearSpace space) {
      expression = space;
      return this;
    }

    public Builder colour(LinearSpace space, ColourEncoding values) {
      colour = space;
      encoding = values;
      return this;
    }

    public Builder landmarks(Map<String, Integer> vertices) {
      landmarks = vertices;
      return this;
    }

    public Builder regions(Map<String, VertexSet> sets) {
      regions = sets;
      return this;
    }

    /**
     * Returns the model.
     *
     * @throws org.facerepro.core.InvalidValueException if the parts do not fit one mesh
     */
    public LinearModel build() {
      return new LinearModel(this);
    }
  }
}
