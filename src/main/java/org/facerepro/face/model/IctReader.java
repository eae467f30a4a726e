package org.facerepro.face.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads ICT-FaceKit (ICT Face Model Light): a neutral mesh, identity shapes {@code identity000.obj}
 * and so on, and one mesh for each expression; a component is a mesh minus the neutral one, with a
 * standard deviation of 1 for identities and 1 as the full expression. Centimetres become
 * millimetres. It has no colours: {@link IctParts} gives each part one.
 *
 * <p>Source: R. Li et al., "Learning Formation of Physically-Based Face Attributes", CVPR 2020.
 */
final class IctReader {
  private static final String NEUTRAL = "generic_neutral_mesh.obj";
  private static final String INDICES = "vertex_indices.json";
  private static final String LANDMARKS = "idx_to_landmark_verts";
  private static final Pattern IDENTITY = Pattern.compile("identity\\d{3}\\.obj");
  private static final int USUAL_VERTICES = 26_719;
  private static final float CENTIMETRES = 10;

  private final Path path;
  private final SortedMap<String, float[]> identities = new TreeMap<>();
  private final SortedMap<String, float[]> expressions = new TreeMap<>();
  private @Nullable ObjMesh neutral;
  private int @Nullable [] landmarkVertices;

  private IctReader(Path path) {
    this.path = path;
  }

  static LinearModel readFolder(Path folder) {
    IctReader reader = new IctReader(folder);
    return reader.model(IctFiles.visitFolder(folder, reader::file));
  }

  static LinearModel readArchive(Path archive, boolean compressed) {
    IctReader reader = new IctReader(archive);
    return reader.model(IctFiles.visitArchive(archive, compressed, reader::file));
  }

  private void file(String name, byte[] content) {
    String origin = path + ": " + name;
    if (name.equals(NEUTRAL)) {
      require(neutral == null, name, "is there twice");
      neutral = ObjMesh.read(content, origin);
    } else if (name.equals(INDICES)) {
      require(landmarkVertices == null, name, "is there twice");
      landmarkVertices = landmarks(Json.read(content, JsonNode.class, origin).path(LANDMARKS));
    } else if (name.endsWith(".obj")) {
      boolean identity = IDENTITY.matcher(name).matches();
      float[] positions = ObjMesh.positions(content, origin, USUAL_VERTICES);
      String key = name.substring(0, name.length() - ".obj".length());
      float[] before = (identity ? identities : expressions).put(key, positions);
      require(before == null, name, "is there twice");
    }
  }

  private int[] landmarks(JsonNode list) {
    int[] vertices = new int[list.size()];
    for (int i = 0; i < vertices.length; i++) {
      require(list.path(i).isInt(), INDICES, LANDMARKS + " is no list of vertex numbers");
      vertices[i] = list.path(i).asInt();
    }
    require(vertices.length == IctLandmarks.COUNT, INDICES, "has no 68 " + LANDMARKS);
    return vertices;
  }

  private LinearModel model(String sha256) {
    ObjMesh mesh = neutral;
    if (mesh == null || landmarkVertices == null) {
      throw new CorruptDataException(
          "%s has no %s: it is no complete ICT-FaceKit (folder FaceXModel, or an archive with it)"
              .formatted(path, mesh == null ? NEUTRAL : INDICES));
    }
    float[] mean = mesh.positions();
    requireComplete(mean.length / 3);
    LinearSpace shape = space(identities, mean, scaled(mean));
    LinearSpace expression = space(expressions, mean, new float[mean.length]);
    MeshChecks.requireHeadSize(path + ": " + NEUTRAL, shape.sharedMean());
    IctParts parts = new IctParts(mesh);
    int[] triangles = parts.opaqueTriangles();
    MeshChecks.orientOutwards(triangles, shape.sharedMean());
    Map<String, VertexSet> regions = parts.regions();
    Map<String, Integer> landmarks =
        IctLandmarks.named(landmarkVertices, shape.sharedMean(), regions, path + ": " + INDICES);
    float[] colours = IctColours.byPart(shape.sharedMean(), regions, landmarks);
    return LinearModel.builder(card(sha256), triangles, shape)
        .expression(expression)
        .colour(LinearSpace.constant(colours), ColourEncoding.SRGB)
        .landmarks(landmarks)
        .regions(regions)
        .build();
  }

  private void requireComplete(int vertices) {
    require(!identities.isEmpty(), "identity000.obj", "is missing");
    int number = 0;
    for (String name : identities.keySet()) {
      String expected = String.format("identity%03d", number);
      require(name.equals(expected), expected + ".obj", "is missing");
      number++;
    }
    for (Map<String, float[]> meshes : List.of(identities, expressions)) {
      meshes.forEach(
          (name, positions) ->
              require(
                  positions.length == 3 * vertices,
                  name + ".obj",
                  "has %d vertices, the neutral mesh has %d: the files are of different models"
                      .formatted(positions.length / 3, vertices)));
    }
  }

  private static float[] scaled(float[] centimetres) {
    float[] out = new float[centimetres.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = CENTIMETRES * centimetres[i];
    }
    return out;
  }

  private static LinearSpace space(
      SortedMap<String, float[]> meshes, float[] neutral, float[] mean) {
    int components = meshes.size();
    float[][] columns = meshes.values().toArray(new float[0][]);
    float[] basis = new float[neutral.length * components];
    for (int row = 0; row < neutral.length; row++) {
      for (int k = 0; k < components; k++) {
        basis[row * components + k] = CENTIMETRES * (columns[k][row] - neutral[row]);
      }
    }
    float[] deviation = new float[components];
    Arrays.fill(deviation, 1);
    return new LinearSpace(mean, basis, deviation, List.copyOf(meshes.keySet()));
  }

  private static ModelCard card(String sha256) {
    return new ModelCard(
        "ict-facekit",
        "ICT-FaceKit, ICT Face Model Light",
        "MIT; its notice (LICENSE of ICT-FaceKit) must travel with copies of the model",
        "3D scans of real people (light stage), reduced to 100 components; no photographs in it",
        "R. Li et al., Learning Formation of Physically-Based Face Attributes, CVPR 2020; "
            + "github.com/ICT-VGL/ICT-FaceKit; colours are FaceRepro's own",
        sha256,
        new ModelCard.Counts(0, 0, 0, 0, 0));
  }

  private void require(boolean holds, String file, String complaint) {
    if (!holds) {
      throw new CorruptDataException("%s: %s %s".formatted(path, file, complaint));
    }
  }
}
