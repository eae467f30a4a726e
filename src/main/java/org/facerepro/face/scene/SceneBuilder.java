package org.facerepro.face.scene;

import java.util.Map;
import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Occlusion;
import org.facerepro.face.draw.Vertices;
import org.facerepro.face.draw.VisibleSurface;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.person.HairPlan;

/** Places, lights and rasterises the scene of one picture in a worker's buffers; immutable. */
public final class SceneBuilder {
  private static final float SHADOW_REACH = 190;

  private final HeadModel model;

  public SceneBuilder(HeadModel model) {
    this.model = model;
  }

  /** Writes positions and normals of everything: shape, expression, hair, wear, shoulders. */
  public void place(
      PaintedSubject painted,
      Map<ExpressionComponent, Double> expression,
      Look look,
      RenderWorkspace ws) {
    Wear wear = look.wear();
    SceneLayout layout = model.layout();
    float[] positions = ws.positions;
    painted.shape().copyTo(positions);
    model.express(positions, expression);
    LocksBuilder.place(positions, layout, look.hair(), painted.subject(), look.grooming().hair());
    TorsoBuilder.place(positions, layout, painted.subject().traits().masculine());
    int eyes = 3 * model.mesh().firstLandmark();
    int glasses = layout.first(Part.GLASSES);
    GlassesBuilder.place(positions, glasses, eyes, painted.frame(), wear.slip());
    GlassesBuilder.placeLenses(positions, layout.first(Part.LENSES), glasses);
    OccluderBuilder.place(positions, layout.first(Part.OCCLUDER), wear.occluder());
    BrimBuilder.place(positions, layout.first(Part.BRIM), wear.headwear(), wear.hatLine());
    ws.hair.fill(look.hair());
    raise(painted.shape(), look, ws);
    Vertices.normals(positions, layout.triangles(), ws.normals);
  }

  private void raise(PaintedSubject.Shape shape, Look look, RenderWorkspace ws) {
    Wear wear = look.wear();
    float thick = wear.headwear().thickness();
    boolean dressed = wear.hat() || wear.mask() != FaceMask.NONE;
    SceneLayout layout = model.layout();
    for (int i = 0; i < model.mesh().skinEnd(); i++) {
      float u = layout.u(i);
      float v = layout.v(i);
      float lift = hair(look.hair(), ws, u, v);
      if (dressed) {
        lift = Kernel.mix(lift, thick, wear.hatCover(u, v));
        lift = Kernel.mix(lift, FaceMask.THICKNESS, wear.mask().cover(u, v));
      }
      if (lift > 0) {
        shape.lift(ws.positions, i, lift);
      }
    }
  }

  /** Returns how far the hair's surface stands off the scalp, lumps included. */
  private float hair(HairPlan plan, RenderWorkspace ws, float u, float v) {
    float smooth = plan.thickness(u, v, ws.hair.depth(u, v));
    if (smooth == 0) {
      return 0;
    }
    return smooth * (1 + plan.curl() * 0.22f * model.noise().coarse((int) (2 * u), (int) (2 * v)));
  }

  /** Writes what the pixels interpolate: normals, soft light, surface and shadow coordinates. */
  public void light(Lighting light, RenderWorkspace ws) {
    SceneLayout layout = model.layout();
    int n = layout.vertexCount();
    light.keyView(ws.shadowSize(), SHADOW_REACH).project(ws.positions, n, ws.shadowed);
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
        ws.attributes[at + 3 + k] = open * open * light.soft(k, x, y, z);
      }
      ws.attributes[at + 6] = layout.u(i);
      ws.attributes[at + 7] = layout.v(i);
      System.arraycopy(ws.shadowed, 3 * i, ws.attributes, at + 8, 3);
    }
  }

  /** Draws the depth maps of the camera and of the key light. */
  public void rasterise(Look look, RenderWorkspace ws) {
    Wear wear = look.wear();
    ws.view.clear();
    ws.shadow.clear();
    ws.spans.clear();
    int n = model.layout().vertexCount();
    ws.view.vertices(ws.screen, n);
    ws.shadow.vertices(ws.shadowed, n);
    see(ws, Part.HEAD, true);
    int[] casters = model.layout().headCasters();
    ws.shadow.draw(casters, 0, casters.length, true);
    if (look.hasLocks()) {
      draw(ws, Part.LOCKS, false);
    }
    draw(ws, Part.TORSO, true);
    if (wear.occluder().present()) {
      draw(ws, Part.OCCLUDER, false);
    }
    if (wear.glasses()) {
      see(ws, Part.GLASSES, false);
      ws.lenses.clear();
      ws.lenses.vertices(ws.screen, n);
      view(ws.lenses, Part.LENSES);
    }
    if (wear.headwear().hasBrim()) {
      draw(ws, Part.BRIM, false);
    }
  }

  private void view(DepthRaster raster, Part part) {
    SceneLayout layout = model.layout();
    raster.draw(layout.triangles(), layout.firstIndex(part), layout.endIndex(part), false);
  }

  private void draw(RenderWorkspace ws, Part part, boolean cull) {
    SceneLayout layout = model.layout();
    see(ws, part, cull);
    ws.shadow.draw(layout.triangles(), layout.firstIndex(part), layout.endIndex(part), cull);
  }

  private void see(RenderWorkspace ws, Part part, boolean cull) {
    SceneLayout layout = model.layout();
    int from = layout.firstIndex(part);
    int to = layout.endIndex(part);
    ws.view.draw(layout.triangles(), from, to, cull);
    ws.spans.add(new VisibleSurface.Span(from, to, cull));
  }
}
