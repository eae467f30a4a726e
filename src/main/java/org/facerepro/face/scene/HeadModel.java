package org.facerepro.face.scene;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Occlusion;
import org.facerepro.face.draw.Vertices;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.ExpressionFields;
import org.facerepro.face.head.Field;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.head.ShapeFields;
import org.facerepro.face.person.Subject;

/**
 * The built-in morphable head: mean mesh, displacement of every shape and expression component,
 * ambient occlusion and noise; made once by code, immutable, shared by all threads.
 */
public final class HeadModel {
  private static final Seed NOISE_SEED = new Seed(0x6e6f697365L);

  private final HeadMesh mesh = new HeadMesh();
  private final SceneLayout layout = new SceneLayout(mesh);
  private final NoiseBank noise = new NoiseBank(NOISE_SEED);
  private final Map<ShapeComponent, float[]> shapes = new EnumMap<>(ShapeComponent.class);
  private final Map<ExpressionComponent, float[]> expressions =
      new EnumMap<>(ExpressionComponent.class);
  private final Occlusion occlusion;

  public HeadModel() {
    for (ShapeComponent component : ShapeComponent.values()) {
      shapes.put(component, displacement(ShapeFields.of(component)));
    }
    for (ExpressionComponent component : ExpressionComponent.values()) {
      expressions.put(component, displacement(ExpressionFields.of(component)));
    }
    occlusion = Occlusion.bake(mesh.copyPositions(), mesh.copyTriangles());
  }

  private float[] displacement(List<Field> fields) {
    float[] out = new float[3 * mesh.vertexCount()];
    for (int i = 0; i < mesh.vertexCount(); i++) {
      for (Field field : fields) {
        field.add(mesh.point(i), 1, out, 3 * i);
      }
    }
    return out;
  }

  public HeadMesh mesh() {
    return mesh;
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
    float[] positions = mesh.copyPositions();
    shapes.forEach((component, push) -> Vertices.add(positions, push, subject.shape(component)));
    return positions;
  }

  /** Adds a facial expression to the head's positions. */
  public void express(float[] positions, Map<ExpressionComponent, Double> expression) {
    expressions.forEach(
        (component, push) ->
            Vertices.add(positions, push, expression.getOrDefault(component, 0.0).floatValue()));
  }
}
