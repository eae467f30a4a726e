package org.facerepro.face;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.face.basel.BaselConfiguration;
import org.facerepro.face.basel.BaselRecords;
import org.facerepro.face.basel.file.RenderParameters;
import org.facerepro.face.basel.file.RpsFile;
import org.facerepro.face.basel.file.TlmsFile;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.truth.LandmarkVertices;
import org.facerepro.face.truth.ModelScene;
import org.facerepro.face.truth.Visibility;

/** The Basel generator's parameter files of pictures of a model; immutable, thread-safe. */
public final class BaselFiles {
  /** Endings of the files, in their order. */
  public static final List<String> ENDINGS = List.of("rps", "csv", "tlms");

  private final LandmarkVertices landmarks;
  private final RenderParameters.DirectionalLight directional;
  private final RenderParameters.ColorTransform colours;

  /** Prepares the files of pictures of a model with the peer's 19 landmarks. */
  public BaselFiles(MorphableModel model) {
    this(
        model,
        List.of(),
        RenderParameters.DirectionalLight.OFF,
        RenderParameters.ColorTransform.NEUTRAL);
  }

  /** Prepares the files of pictures of a model that a configuration asks for. */
  public BaselFiles(MorphableModel model, BaselConfiguration configuration) {
    this(
        model,
        configuration.landmarks(),
        configuration.directional(),
        configuration.defaults().colours());
  }

  /**
   * Prepares what all pictures of a model have in common.
   *
   * @param names landmarks to write; none for those of the peer's 19 that the model names
   */
  private BaselFiles(
      MorphableModel model,
      List<String> names,
      RenderParameters.DirectionalLight directional,
      RenderParameters.ColorTransform colours) {
    this.directional = directional;
    this.colours = colours;
    List<String> wanted = names.isEmpty() ? LandmarkSet.BASEL_19.names() : names;
    Map<String, Integer> chosen = new LinkedHashMap<>();
    for (String name : wanted) {
      Integer vertex = model.landmarks().get(name);
      if (vertex != null) {
        chosen.put(name, vertex);
      }
    }
    this.landmarks = LandmarkVertices.ofSingle(chosen);
  }

  /**
   * Returns the files of a picture by ending.
   *
   * @param scene of the same picture
   */
  public Map<String, byte[]> of(ModelFace face, ModelScene scene) {
    RenderParameters parameters = BaselRecords.of(face.picture(), directional, colours);
    List<TlmsFile.Point> points =
        scene.landmarks(landmarks, Visibility.BASEL).stream().map(TlmsFile.Point::of).toList();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("rps", RpsFile.toJson(parameters));
    files.put("csv", BaselRecords.row(parameters).toText().getBytes(StandardCharsets.US_ASCII));
    files.put("tlms", TlmsFile.toText(points).getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
