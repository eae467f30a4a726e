package org.facerepro.face.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.face.draw.Camera;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.draw.Rotation;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.paint.EyeShader;
import org.facerepro.face.paint.HairShader;
import org.facerepro.face.paint.MouthShader;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Expressions;
import org.facerepro.face.person.Subject;
import org.facerepro.face.scene.FaceParameters.AccessoryParameters;
import org.facerepro.face.scene.FaceParameters.Landmark;
import org.facerepro.face.scene.FaceParameters.PoseParameters;
import org.facerepro.image.Point;
import org.facerepro.image.RgbImage;
import org.facerepro.image.Similarity;
import org.jspecify.annotations.Nullable;

/** Draws single pictures of painted subjects; immutable, all state is in the worker's buffers. */
public final class SampleRenderer {
  private final HeadModel model;
  private final SceneBuilder scene;
  private final Backdrop backdrop;
  private final @Nullable SoftLight prior;
  private final SensorModel sensor = new SensorModel();

  public SampleRenderer(HeadModel model) {
    this(model, BackgroundFolder.NONE);
  }

  /** Makes the renderer of a head before pieces of a folder's pictures. */
  public SampleRenderer(HeadModel model, BackgroundFolder backgrounds) {
    this(model, backgrounds, null);
  }

  /**
   * Makes the renderer of a head in drawn light.
   *
   * @param prior what the soft light is drawn from; null for the built-in places
   */
  public SampleRenderer(HeadModel model, BackgroundFolder backgrounds, @Nullable SoftLight prior) {
    this.prior = prior;
    this.model = model;
    this.scene = new SceneBuilder(model);
    this.backdrop = new Backdrop(model.noise(), backgrounds);
  }

  /**
   * Draws one picture.
   *
   * @param draws where all values of the picture come from
   */
  public GeneratedFace render(
      FaceDomain domain,
      int index,
      int sample,
      PaintedSubject painted,
      Draws draws,
      RenderWorkspace ws) {
    StageClock clock = ws.clock();
    clock.start();
    boolean photographic = domain == FaceDomain.PROXY_REAL;
    PoseParameters pose = pose(draws);
    Rotation rotation = Rotation.degrees(pose.yaw(), pose.pitch(), pose.roll());
    Map<ExpressionComponent, Double> expression = Expressions.draw(painted.rest(), draws);
    Look look = Look.draw(painted, draws);
    Wear wear = look.wear();
    Lighting light = Lighting.draw(draws, rotation, photographic, prior);
    painted.grooming().paint(ws.texture, look.grooming());
    clock.end(DrawStage.DRESS);
    scene.place(painted, expression, look, ws);
    clock.end(DrawStage.PLACE);
    List<Landmark> landmarks = project(rotation, pose, ws, draws);
    scene.light(light, painted, look, ws);
    clock.end(DrawStage.LIGHT);
    scene.rasterise(look, ws);
    if (!draws.happens(FaceControl.LIGHT_CAST_SHADOW, 1)) {
      ws.shadow.clear();
    }
    clock.end(DrawStage.RASTER);
    Materials materials = materials(painted, expression, pose, look, ws, draws);
    new PixelShader(ws, model.layout(), light, materials, wear).shade();
    clock.end(DrawStage.SHADE);
    ws.drawn(RenderedView.of(model, painted, look, light, materials, rotation, pose, ws));
    if (draws.lacks(AppearancePart.BACKGROUND)) {
      Backdrop.plain(ws.picture, ws.size());
    } else {
      backdrop.fill(ws.picture, ws.size(), ws.backdrop, draws.rng("backdrop"));
    }
    clock.end(DrawStage.BACKDROP);
    RgbImage image =
        sensor.expose(
            ws.picture, ws.scratch, ws.size(), exposure(painted, light, draws), draws.rng("grain"));
    clock.end(DrawStage.SENSOR);
    FaceParameters parameters =
        new FaceParameters(
            domain,
            index,
            sample,
            painted.subject().traits(),
            painted.subject().shape(),
            painted.subject().colour(),
            expression,
            pose,
            light.parameters(),
            new AccessoryParameters(wear.glasses(), wear.hat()),
            (int) draws.value(FaceControl.SENSOR_JPEG_QUALITY),
            landmarks,
            controls(painted.subject(), draws));
    return new GeneratedFace(image, parameters);
  }

  private static PoseParameters pose(Draws draws) {
    return new PoseParameters(
        draws.value(FaceControl.POSE_YAW),
        draws.value(FaceControl.POSE_PITCH),
        draws.value(FaceControl.POSE_ROLL),
        draws.value(FaceControl.CAMERA_DISTANCE));
  }

  private static Map<String, Double> controls(Subject subject, Draws draws) {
    Map<String, Double> all = new TreeMap<>(subject.controls());
    all.putAll(draws.drawn());
    return all;
  }

  private List<Landmark> project(
      Rotation rotation, PoseParameters pose, RenderWorkspace ws, Draws draws) {
    HeadMesh mesh = model.mesh();
    new Camera(rotation, (float) pose.distance())
        .project(ws.positions, mesh.firstLandmark(), mesh.vertexCount(), ws.screen);
    int first = 3 * mesh.firstLandmark();
    List<Point> seen = new ArrayList<>();
    for (int i = 0; i < HeadMesh.LANDMARK_COUNT; i++) {
      seen.add(new Point(ws.screen[first + 3 * i], ws.screen[first + 3 * i + 1]));
    }
    Similarity align = Reframing.draw(draws).after(align(seen, pose, ws, draws), ws.size());
    ws.alignment = align;
    RenderedView.camera(rotation, pose.distance(), align, RenderWorkspace.SUPERSAMPLING)
        .project(ws.positions, model.layout().vertexCount(), ws.screen);
    List<Landmark> landmarks =
        seen.stream()
            .map(align::apply)
            .map(p -> new Landmark(Subject.rounded(p.x()), Subject.rounded(p.y())))
            .toList();
    return landmarks;
  }

  private Similarity align(List<Point> five, PoseParameters pose, RenderWorkspace ws, Draws draws) {
    int size = ws.size();
    return switch (ws.framing().crop()) {
      case ALIGNED ->
          DetectedAlignment.of(
              five, size, draws.value(FaceControl.DETECTOR_ERROR), draws.rng("detector"));
      case FACE_BOX -> Composer.box(face(ws), size);
      case LANDMARK -> Composer.landmark(five, pose.distance(), size);
      case NONE -> Composer.whole(pose.distance(), size);
    };
  }

  /** Returns the landmarks of brows, eyes, nose, mouth and jaw on the picture plane. */
  private List<Point> face(RenderWorkspace ws) {
    return model.mesh().landmarks(LandmarkSet.IBUG_68).stream()
        .map(l -> new Point(ws.screen[3 * l.vertex()], ws.screen[3 * l.vertex() + 1]))
        .toList();
  }

  private Materials materials(
      PaintedSubject painted,
      Map<ExpressionComponent, Double> expression,
      PoseParameters pose,
      Look look,
      RenderWorkspace ws,
      Draws draws) {
    float gazeX = (float) (-0.05 * pose.yaw() + draws.value(FaceControl.GAZE_ACROSS));
    float gazeY = (float) (-0.05 * pose.pitch() + draws.value(FaceControl.GAZE_UP));
    EyeShader eyes =
        new EyeShader(
            painted.subject(),
            painted.palette(),
            look.grooming().makeUp(),
            strength(expression, ExpressionComponent.EYES_CLOSED),
            strength(expression, ExpressionComponent.SQUINT),
            gazeX,
            gazeY);
    float teeth = painted.subject().colour(ColourComponent.TOOTH_SHADE, 0.87, 0.08, 0.55, 1);
    MouthShader mouth = new MouthShader(teeth);
    HairShader hair =
        new HairShader(
            ws.hair,
            model.noise(),
            painted.subject(),
            painted.palette(),
            look.hair(),
            look.grooming());
    return new Materials(ws.texture, eyes, mouth, hair, model.noise(), painted, look);
  }

  private static float strength(
      Map<ExpressionComponent, Double> expression, ExpressionComponent component) {
    return expression.getOrDefault(component, 0.0).floatValue();
  }

  private static SensorModel.Exposure exposure(
      PaintedSubject painted, Lighting light, Draws draws) {
    Rgb skin = painted.palette().skin();
    double grey = 0.3 * skin.r() + 0.6 * skin.g() + 0.1 * skin.b();
    double gain = 0.605 / StrictMath.pow(grey, 0.5) * light.parameters().exposure();
    return SensorModel.Exposure.draw(draws, gain);
  }
}
