package org.facerepro.face;

import java.util.Map;
import org.facerepro.core.Rng;

/** Places, lights and rasterises the scene of one picture in a worker's buffers; immutable. */
final class SceneBuilder {
  private static final float SHADOW_REACH = 190;

  private final HeadModel model;

  SceneBuilder(HeadModel model) {
    this.model = model;
  }

  /** Writes positions and normals of everything: shape, expression, hair, glasses, shoulders. */
  void place(
      PaintedSubject painted,
      Map<ExpressionComponent, Double> expression,
      RenderWorkspace ws,
      Rng rng) {
    painted.shape().copyTo(ws.positions);
    model.express(ws.positions, expression);
    SceneLayout layout = model.layout();
    LocksBuilder.place(
        ws.positions, layout, painted.hair(), painted.subject(), (float) rng.gaussian(0, 0.07));
    TorsoBuilder.place(ws.positions, layout, painted.subject().traits().masculine());
    GlassesBuilder.place(
        ws.positions,
        layout.first(Part.GLASSES),
        3 * model.mesh().firstLandmark(),
        painted.frame(),
        (float) rng.uniform(-1, 4));
    Vertices.normals(ws.positions, layout.triangles(), ws.normals);
    painted
        .shape()
        .raiseHair(ws.positions, ws.normals, (float) StrictMath.exp(rng.gaussian(0, 0.15)));
    Vertices.normals(ws.positions, layout.triangles(), ws.normals);
  }

  /** Writes what the pixels interpolate: normals, soft light, surface and shadow coordinates. */
  void light(Lighting light, RenderWorkspace ws) {
    SceneLayout layout = model.layout();
    int n = layout.vertexCount();
    light.keyView(RenderWorkspace.SHADOW_SIZE, SHADOW_REACH).project(ws.positions, n, ws.shadowed);
    int head = layout.end(Part.HEAD);
    Occlusion occlusion = model.occlusion();
    for (int i = 0; i < n; i++) {
      float open = i < head ? occlusion.open(i) : 0.8f;
      float lean = i < head ? 1 - open : 0;
      float x = ws.normals[3 * i];
      float y = ws.normals[3 * i + 1];
      float z = ws.normals[3 * i + 2];
      if (lean > 0) {
        x += lean * (occlusion.bent(3 * i) - x);
        y += lean * (occlusion.bent(3 * i + 1) - y);
        z += lean * (occlusion.bent(3 * i + 2) - z);
      }
      int at = i * PixelShader.STRIDE;
      System.arraycopy(ws.normals, 3 * i, ws.attributes, at, 3);
      for (int k = 0; k < 3; k++) {
        ws.attributes[at + 3 + k] = open * light.soft(k, x, y, z);
      }
      ws.attributes[at + 6] = layout.u(i);
      ws.attributes[at + 7] = layout.v(i);
      System.arraycopy(ws.shadowed, 3 * i, ws.attributes, at + 8, 3);
    }
  }

  /** Draws the depth maps of the camera and of the key light. */
  void rasterise(PaintedSubject painted, boolean glasses, RenderWorkspace ws) {
    ws.view.clear();
    ws.shadow.clear();
    draw(ws, Part.HEAD, true);
    if (painted.hair().hasLocks()) {
      draw(ws, Part.LOCKS, false);
    }
    draw(ws, Part.TORSO, true);
    if (glasses) {
      draw(ws, Part.GLASSES, false);
    }
  }

  private void draw(RenderWorkspace ws, Part part, boolean cull) {
    SceneLayout layout = model.layout();
    int from = layout.firstIndex(part);
    int to = layout.endIndex(part);
    ws.view.draw(ws.screen, layout.triangles(), from, to, cull);
    ws.shadow.draw(ws.shadowed, layout.triangles(), from, to, cull);
  }
}
