package org.facerepro.face.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Parts of ICT-FaceKit by the materials of its neutral mesh, and the mouth and eye sockets by the
 * vertex ranges that its description gives. Transparent layers (lacrimal fluid, blend and occlusion
 * meshes over the eyes, strips of lashes) are left out of the triangles: drawn opaque they would
 * hide the eyes.
 */
final class IctParts {
  private static final int KNOWN_VERTICES = 26_719;
  private static final Set<String> LAYERS =
      Set.of("M_LacrimalFluid", "M_EyeBlend", "M_EyeOcclusion", "M_EyeLashes");
  private static final Map<String, String> NAMES =
      Map.of(
          "M_Face", "face",
          "M_BackHead", "head",
          "M_GumsTongue", "gums-and-tongue",
          "M_Teeth", "teeth",
          "M_ScleraLeft", "sclera-left",
          "M_ScleraRight", "sclera-right",
          "M_IrisLeft", "iris-left",
          "M_IrisRight", "iris-right");

  private final ObjMesh mesh;

  IctParts(ObjMesh mesh) {
    this.mesh = mesh;
  }

  /** Returns the triangles without those of transparent layers. */
  int[] opaqueTriangles() {
    return IntStream.range(0, mesh.materials().size())
        .filter(t -> !LAYERS.contains(mesh.materials().get(t)))
        .flatMap(t -> IntStream.range(3 * t, 3 * t + 3))
        .map(i -> mesh.triangles()[i])
        .toArray();
  }

  /** Returns the vertices of each part, in the order of the file. */
  Map<String, VertexSet> regions() {
    Map<String, List<Integer>> triangles = new LinkedHashMap<>();
    for (int t = 0; t < mesh.materials().size(); t++) {
      String name = NAMES.get(mesh.materials().get(t));
      if (name != null) {
        triangles.computeIfAbsent(name, any -> new ArrayList<>()).add(t);
      }
    }
    Map<String, VertexSet> regions = new LinkedHashMap<>();
    triangles.forEach((name, list) -> regions.put(name, vertices(list)));
    if (mesh.positions().length == 3 * KNOWN_VERTICES) {
      regions.put("mouth-socket", VertexSet.range(11_248, 13_294));
      regions.put("eye-socket-left", VertexSet.range(13_294, 13_678));
      regions.put("eye-socket-right", VertexSet.range(13_678, 14_062));
    }
    return regions;
  }

  private VertexSet vertices(List<Integer> triangles) {
    return VertexSet.of(
        triangles.stream()
            .mapToInt(Integer::intValue)
            .flatMap(t -> IntStream.range(3 * t, 3 * t + 3))
            .map(i -> mesh.triangles()[i]));
  }
}
