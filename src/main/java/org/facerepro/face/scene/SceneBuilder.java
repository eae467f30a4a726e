package org.facerepro.face.scene;

import java.util.Map;
import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Vertices;
import org.facerepro.face.draw.VisibleSurface;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.paint.HairField;
import org.facerepro.face.person.HairPlan;
import org.facerepro.face.person.Subject;

/** Places, lights and rasterises the scene of one picture in a worker's buffers; immutable. */
public final class SceneBuilder {
  private static final float SHADOW_REACH = 190;
  private static final Part[] PARTS = Part.values();

  private final HeadModel model;
  private final MaskShell mask;
  private final GlassesSeat seat;
  private final HeadSurface surface;

  /** The vertices of the skin. */
  private final HairField.Places places;

  /** How much higher curly hair stands at each vertex of the skin, as a part. */
  private final float[] lumps;

  public SceneBuilder(HeadModel model) {
    this.model = model;
    mask = new MaskShell(model.mesh());
    seat = new GlassesSeat(model.mesh());
    surface = new HeadSurface(model.mesh());
    SceneLayout layout = model.layout();
    lumps = new float[model.mesh().skinEnd()];
    places = new HairField.Places(lumps.length);
    for (int i = 0; i < lumps.length; i++) {
      places.set(i, layout.u(i), layout.v(i));
      lumps[i] = 0.22f * model.noise().coarse((int) (2 * layout.u(i)), (int) (2 * layout.v(i)));
    }
  }

  /** Writes positions and normals: shape, expression, hair, wear, shoulders. */
  public void place(
      PaintedSubject painted,
      Map<ExpressionComponent, Double> expression,
      Look look,
      RenderWorkspace ws) {
    painted.shape().copyTo(ws.positions);
    model.express(ws.positions, expression);
    ws.hair.fill(look.hair());
    SceneLayout layout = model.layout();
    int[] triangles = layout.triangles();
    for (Part part : PARTS) {
      if (look.shows(part)) {
        place(part, painted, look, ws);
        int from = layout.firstIndex(part);
        int to = layout.endIndex(part);
        int first = layout.first(part);
        Vertices.normals(ws.positions, triangles, from, to, ws.normals, first, layout.end(part));
      }
    }
  }

  private void place(Part part, PaintedSubject painted, Look look, RenderWorkspace ws) {
    float[] positions = ws.positions;
    SceneLayout layout = model.layout();
    int first = layout.first(part);
    Subject subject = painted.subject();
    Wear wear = look.wear();
    switch (part) {
      case HEAD -> raise(painted.shape(), look, ws);
      case LOCKS ->
          LocksBuilder.place(positions, layout, look.hair(), subject, look.grooming().hair());
      case TORSO -> TorsoBuilder.place(positions, layout, subject.traits().masculine());
      case GLASSES -> {
        GlassesBuilder.place(positions, first, seat, painted.frame(), wear.slip());
      }
      case BRIM -> BrimBuilder.place(positions, first, surface, wear.headwear(), wear.hatLine());
      case OCCLUDER -> OccluderBuilder.place(positions, first, wear.occluder());
      case LENSES -> GlassesBuilder.placeLenses(positions, first, layout.first(Part.GLASSES));
    }
  }

  private void raise(PaintedSubject.Shape shape, Look look, RenderWorkspace ws) {
    Wear wear = look.wear();
    float thick = wear.headwear().thickness();
    boolean dressed = wear.hat() || wear.mask() != FaceMask.NONE;
    SceneLayout layout = model.layout();
    HairPlan hair = look.hair();
    for (int i = 0; i < lumps.length; i++) {
      float u = layout.u(i);
      float v = layout.v(i);
      float lift = hair.thickness(u, v, ws.hair.depth(places, i)) * (1 + hair.curl() * lumps[i]);
      if (dressed) {
        lift = Kernel.mix(lift, thick, wear.hatCover(u, v));
        lift *= 1 - wear.mask().cover(u, v);
      }
      if (lift > 0) {
        shape.lift(ws.positions, i, lift);
      }
    }
    if (wear.mask() != FaceMask.NONE) {
      mask.drape(ws.positions);
    }
  }

  /** Writes what the pixels interpolate: normals, soft light, shadow coordinates. */
  public void light(Lighting light, PaintedSubject painted, Look look, RenderWorkspace ws) {
    SceneLayout layout = model.layout();
    int n = layout.vertexCount();
    light.keyView(ws.shadowSize(), SHADOW_REACH).project(ws.positions, n, ws.shadowed);
    VertexLight vertices = new VertexLight(light, painted.palette().skin(), ws);
    for (Part part : PARTS) {
      if (part == Part.HEAD) {
        vertices.light(model.occlusion(), layout.end(part));
        if (look.wear().mask() != FaceMask.NONE) {
          vertices.light(mask.covered());
        }
      } else if (look.shows(part)) {
        vertices.light(layout.first(part), layout.end(part));
      }
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
      draw(ws, Part.BRIM, true);
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
