package org.facerepro.face.scene;

import java.util.EnumMap;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Occlusion;
import org.facerepro.face.head.Displacement;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.person.Subject;

/**
 * The built-in morphable head: mean mesh, displacement of every shape and expression component,
 * ambient occlusion and noise; made once by code, immutable, shared by all threads.
 */
public final class HeadModel {
  private static final Seed NOISE_SEED = new Seed(0x6e6f697365L);

  /** Light that reaches the eyeballs between the lids, against the baked closed sheet. */
  private static final float EYE_OPEN = 0.8f;

  /** Light that reaches the inside of an open mouth, which is baked closed. */
  private static final float MOUTH_OPEN = 0.75f;

  private final HeadMesh mesh = new HeadMesh();
  private final int[] triangles = mesh.copyTriangles();
  private final SceneLayout layout = new SceneLayout(mesh);
  private final NoiseBank noise = new NoiseBank(NOISE_SEED);
  private final Map<ShapeComponent, Displacement> shapes = new EnumMap<>(ShapeComponent.class);
  private final Map<ExpressionComponent, Displacement> expressions =
      new EnumMap<>(ExpressionComponent.class);
  private final Occlusion occlusion;

  public HeadModel() {
    for (ShapeComponent component : ShapeComponent.values()) {
      shapes.put(component, Displacement.of(mesh, component));
    }
    for (ExpressionComponent component : ExpressionComponent.values()) {
      expressions.put(component, Displacement.of(mesh, component));
    }
    occlusion =
        Occlusion.bake(mesh.copyPositions(), triangles)
            .smoothed(triangles)
            .smoothed(triangles)
            .atLeast(mesh.eyeball(0), mesh.eyeballEnd(1), EYE_OPEN)
            .atLeast(mesh.eyeballEnd(1), mesh.firstLandmark(), MOUTH_OPEN);
  }

  public HeadMesh mesh() {
    return mesh;
  }

  /** The head's index array; read-only by agreement inside the package. */
  int[] headTriangles() {
    return triangles;
  }

  public SceneLayout layout() {
    return layout;
  }

  public NoiseBank noise() {
    return noise;
  }

  public Occlusion occlusion() {
    return occlusion;
  }

  /** Returns new positions of the head's vertices without hair, at rest. */
  public float[] shaped(Subject subject) {
    return shaped(subject.shape());
  }

  /** Returns new positions of the head's vertices for coefficients; those that lack are 0. */
  public float[] shaped(Map<ShapeComponent, Double> coefficients) {
    float[] positions = mesh.copyPositions();
    shapes.forEach((component, push) -> push.add(positions, strength(coefficients, component)));
    mesh.lids().settle(positions);
    mesh.join(positions);
    return positions;
  }

  /** Adds a facial expression to the head's positions. */
  public void express(float[] positions, Map<ExpressionComponent, Double> expression) {
    expressions.forEach((component, push) -> push.add(positions, strength(expression, component)));
    mesh.lips().settle(positions, strength(expression, ExpressionComponent.MOUTH_CLOSE));
    float both = strength(expression, ExpressionComponent.EYES_CLOSED);
    mesh.lids()
        .close(
            positions,
            both + strength(expression, ExpressionComponent.EYE_BLINK_RIGHT),
            both + strength(expression, ExpressionComponent.EYE_BLINK_LEFT));
    mesh.lids().settle(positions);
    mesh.join(positions);
  }

  private static <K> float strength(Map<K, Double> amounts, K component) {
    return amounts.getOrDefault(component, 0.0).floatValue();
  }
}
