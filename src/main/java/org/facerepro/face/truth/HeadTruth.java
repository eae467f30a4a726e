package org.facerepro.face.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facerepro.core.EnumNames;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.draw.Spot;
import org.facerepro.face.draw.VisibleSurface;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.head.HeadRegion;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.head.Segment;
import org.facerepro.face.model.VertexSet;
import org.facerepro.face.scene.HeadModel;
import org.facerepro.face.scene.Part;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.face.scene.RenderedView;
import org.facerepro.face.scene.SceneIllumination;
import org.facerepro.face.scene.SceneLayout;
import org.facerepro.face.scene.SceneSegments;
import org.facerepro.face.scene.Wear;

/**
 * The ground truth of the built-in generator's pictures. One for each head model; immutable and
 * safe for use by many threads, while each view is read by the worker that drew it.
 */
public final class HeadTruth {
  private final SceneLayout layout;
  private final float[] places;
  private final float[] texture;
  private final HeadRegion[] regionOf;
  private final MeshRegions regions;
  private final LandmarkVertices landmarks;
  private final int[] skinOf;

  /** Prepares what all pictures of a head have in common. */
  public HeadTruth(HeadModel model) {
    layout = model.layout();
    HeadMesh mesh = model.mesh();
    int n = layout.vertexCount();
    places = Arrays.copyOf(mesh.copyPositions(), 3 * n);
    texture = new float[2 * n];
    regionOf = new HeadRegion[n];
    for (int i = 0; i < n; i++) {
      texture[2 * i] = layout.u(i);
      texture[2 * i + 1] = layout.v(i);
      regionOf[i] = i < mesh.vertexCount() ? mesh.region(i) : HeadRegion.FACE_SKIN;
    }
    regions = MeshRegions.of(n, parts(mesh));
    landmarks = LandmarkVertices.of(mesh);
    skinOf = nearestSkin(mesh);
  }

  private Map<String, VertexSet> parts(HeadMesh mesh) {
    Map<String, VertexSet> parts = new LinkedHashMap<>();
    for (HeadRegion region : HeadRegion.values()) {
      IntStream members = IntStream.range(0, mesh.vertexCount()).filter(v -> regionOf[v] == region);
      parts.put(EnumNames.of(region), VertexSet.of(members));
    }
    return parts;
  }

  /** Returns, for each landmark vertex, the vertex of a triangle that lies nearest to it. */
  private int[] nearestSkin(HeadMesh mesh) {
    int first = mesh.firstLandmark();
    int[] nearest = new int[mesh.vertexCount() - first];
    for (int i = 0; i < nearest.length; i++) {
      float best = Float.POSITIVE_INFINITY;
      for (int v = 0; v < mesh.skinEnd(); v++) {
        float d = 0;
        for (int k = 0; k < 3; k++) {
          float step = places[3 * v + k] - places[3 * (first + i) + k];
          d += step * step;
        }
        if (d < best) {
          best = d;
          nearest[i] = v;
        }
      }
    }
    return nearest;
  }

  /** Returns the vertices of the head's landmarks, of all sets. */
  public LandmarkVertices landmarkVertices() {
    return landmarks;
  }

  /** Returns the parts of the head as regions of the mesh. */
  public MeshRegions regions() {
    return regions;
  }

  /** Returns the camera of a picture. */
  public static CameraTruth camera(RenderedView view) {
    return CameraTruth.aligned(
        view.rotation(), view.distance(), view.alignment(), view.size(), view.size());
  }

  /** Returns what a picture's pixel centres see. */
  public static VisibleSurface surface(RenderedView view) {
    float[] screen = view.buffers().screen.clone();
    for (int i = 0; i < screen.length; i += 3) {
      screen[i] /= RenderWorkspace.SUPERSAMPLING;
      screen[i + 1] /= RenderWorkspace.SUPERSAMPLING;
    }
    return VisibleSurface.draw(view.size(), view.size(), screen, view.triangles(), opaque(view));
  }

  /** Returns the spans of all that hides what is behind it: dark lenses do, clear ones do not. */
  private static List<VisibleSurface.Span> opaque(RenderedView view) {
    Wear wear = view.look().wear();
    if (!wear.glasses() || !wear.lens().dark()) {
      return view.spans();
    }
    List<VisibleSurface.Span> spans = new ArrayList<>(view.spans());
    SceneLayout layout = view.model().layout();
    int from = layout.firstIndex(Part.LENSES);
    spans.add(new VisibleSurface.Span(from, layout.endIndex(Part.LENSES), false));
    return spans;
  }

  /** Returns a picture's ground truth with every kind of map. */
  public TruthScene scene(RenderedView view) {
    SceneSegments segments = new SceneSegments(view);
    float[] normals = camera(view).toCamera(view.normals(), false);
    return TruthScene.of(surface(view))
        .with(TruthKind.NORMALS, facing(view, SurfaceField.ofVertices(normals).normalised()))
        .with(TruthKind.ALBEDO, albedo(view))
        .with(TruthKind.ILLUMINATION, new SceneIllumination(view)::at)
        .with(TruthKind.CORRESPONDENCE, SurfaceField.ofVertices(places))
        .withRegions(regions)
        .withSegments(spot -> segment(view, segments, spot))
        .build();
  }

  /** Turns the normals of sheets that have two sides towards the camera. */
  private static SurfaceField facing(RenderedView view, SurfaceField normals) {
    return (spot, out) -> {
      normals.at(spot, out);
      if (out[2] < 0 && view.part(spot.triangle()) != Part.HEAD) {
        for (int k = 0; k < 3; k++) {
          out[k] = -out[k];
        }
      }
    };
  }

  private SurfaceField albedo(RenderedView view) {
    float[] texel = new float[4];
    return (spot, out) -> {
      Part part = view.part(spot.triangle());
      if (part == Part.LENSES) {
        // What a dark lens sends back is what passed it twice, of a white that is behind it.
        Rgb glass = view.look().wear().lens().through();
        out[0] = glass.r() * glass.r();
        out[1] = glass.g() * glass.g();
        out[2] = glass.b() * glass.b();
        return;
      }
      float u = spot.value(texture, 2, 0);
      float v = spot.value(texture, 2, 1);
      view.materials().albedo(part, u, v, texel);
      System.arraycopy(texel, 0, out, 0, 3);
    };
  }

  private Segment segment(RenderedView view, SceneSegments segments, Spot spot) {
    return segments.at(
        view.part(spot.triangle()),
        spot.value(texture, 2, 0),
        spot.value(texture, 2, 1),
        regionOf[spot.nearestVertex()]);
  }

  /** Returns a set's landmarks of a picture. */
  public List<Landmark> landmarks(RenderedView view, LandmarkSet set, Visibility rule) {
    CameraTruth camera = camera(view);
    LandmarkFinder.Facing skin =
        LandmarkFinder.facing(
            camera.toCamera(view.positions(), true), camera.toCamera(view.normals(), false));
    int first = layout.end(Part.HEAD) - skinOf.length;
    return new LandmarkFinder(surface(view), vertex -> skin.test(skinOf[vertex - first]), rule)
        .find(landmarks.only(set));
  }
}
