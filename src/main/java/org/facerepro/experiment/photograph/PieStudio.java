package org.facerepro.experiment.photograph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.Seed;
import org.facerepro.experiment.photograph.PieShoot.Visit;
import org.facerepro.face.Casting;
import org.facerepro.face.FaceGenerator;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.SubjectGenerator;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;
import org.facerepro.face.scene.BackgroundFolder;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.protocol.multipie.Camera;
import org.facerepro.protocol.multipie.Flash;
import org.facerepro.protocol.multipie.PieImage;

/**
 * The room of Multi-PIE: cameras around a subject who keeps still, lamps of the room and one flash
 * a shot. Immutable and thread-safe.
 *
 * <p>A camera sees the subject's own pose turned by its yaw; a flash stands where cameras of its
 * yaw do. What the sources leave open is our choice: neutral means expressions at a quarter of
 * their strength, raised flashes hang 30 degrees up, a flash is three quarters of the light, and
 * pictures without one get six tenths of the exposure.
 */
final class PieStudio {
  private static final double RAISED = 30;
  private static final double FLASH_SHARE = 0.75;
  private static final double FLASH_EXPOSURE = 1;
  private static final double ROOM_EXPOSURE = 0.6;
  private static final double INDOOR = 1;
  private static final double SKY = 0.5;
  private static final double DISTANCE = 1500;
  private static final double LIKENESS = 0.25;

  /** How still people sit and look unless the specification has laws of its own. */
  private static final Map<FaceControl, Law> STILL =
      Map.of(
          FaceControl.POSE_YAW, new Law.Gaussian(0, 3),
          FaceControl.POSE_PITCH, new Law.Gaussian(0, 4),
          FaceControl.POSE_ROLL, new Law.Gaussian(0, 3),
          FaceControl.CAMERA_DISTANCE, new Law.Constant(DISTANCE),
          FaceControl.EXPRESSION_SCALE, new Law.Constant(LIKENESS),
          FaceControl.EXPRESSION_SMILING, new Law.Constant(0),
          FaceControl.EXPRESSION_TALKING, new Law.Constant(0));

  private final FaceGenerator generator;

  PieStudio(GeneratorSpec spec, Seed seed, Casting casting) {
    this.generator = new FaceGenerator(still(spec), seed, BackgroundFolder.NONE, casting);
  }

  private static GeneratorSpec still(GeneratorSpec spec) {
    Map<String, Law> laws = new LinkedHashMap<>();
    STILL.forEach((control, law) -> laws.put(control.label(), law));
    laws.putAll(spec.laws());
    return spec.withLaws(laws);
  }

  /** Returns the gender of a subject as the database's list has it. */
  String gender(int subject) {
    return generator.identity(subject).traits().masculine() ? "Male" : "Female";
  }

  RenderWorkspace newWorkspace() {
    return generator.newWorkspace();
  }

  /** Takes the pictures of a visit, in their order. */
  void photograph(Visit visit, List<PieImage> images, RenderWorkspace workspace, Album album) {
    SubjectGenerator subject = generator.subject(visit.subject(), workspace);
    int moment = visit.session() - 1;
    double yaw = subject.drawn(moment, FaceControl.POSE_YAW);
    for (PieImage image : images) {
      album.add(image, subject.sample(moment, scene(image, yaw)));
    }
  }

  /** Takes pictures as they are made. */
  @FunctionalInterface
  interface Album {
    void add(PieImage image, GeneratedFace face);
  }

  /**
   * Returns what camera and shot fix.
   *
   * @param own yaw of the subject's head in the room
   */
  static Map<Control, Double> scene(PieImage image, double own) {
    Camera camera = image.camera();
    double yaw = camera.yaw().orElse(0);
    Optional<Flash> flash = Flash.of(image.shot());
    double azimuth = flash.map(lamp -> yaw - lamp.yaw()).orElse(0.0);
    return Map.of(
        FaceControl.POSE_YAW,
        yaw + own,
        FaceControl.LIGHT_SCENE,
        INDOOR,
        FaceControl.LIGHT_AZIMUTH,
        azimuth,
        FaceControl.LIGHT_ELEVATION,
        flash.filter(Flash::raised).isPresent() ? RAISED : 0,
        FaceControl.LIGHT_KEY_SHARE,
        flash.isPresent() ? FLASH_SHARE : 0,
        FaceControl.LIGHT_EXPOSURE,
        flash.isPresent() ? FLASH_EXPOSURE : ROOM_EXPOSURE,
        FaceControl.LIGHT_SKY,
        SKY,
        FaceControl.LIGHT_RIM,
        0.0);
  }
}
