package org.facerepro.face.basel.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;

/**
 * All render parameters of one picture as JSON.
 *
 * <p>The blocks {@code pose, view, camera, environmentMap, directionalLight, momo, imageSize,
 * colorTransform} and their fields are those that scalismo-faces writes as format V4.0. Reading is
 * strict: missing, unknown and repeated keys are errors, except for {@code @type}, which some
 * writers add and which says nothing that the block's name does not.
 */
public final class RpsFile {
  private static final String TYPE = "@type";

  private RpsFile() {}

  /** Returns the parameters as JSON. */
  public static byte[] toJson(RenderParameters parameters) {
    return Json.pretty(parameters);
  }

  /** Writes a file. */
  public static void write(Path file, RenderParameters parameters) {
    AtomicFiles.writeFile(file, toJson(parameters));
  }

  /**
   * Reads a file.
   *
   * @throws org.facerepro.core.DataUnavailableException if there is none
   * @throws CorruptDataException if it holds anything else
   */
  public static RenderParameters read(Path file) {
    JsonNode tree = Json.read(file, JsonNode.class);
    for (JsonNode block : tree) {
      if (block instanceof ObjectNode object) {
        object.remove(TYPE);
      }
    }
    byte[] plain = Json.compact(tree).getBytes(StandardCharsets.UTF_8);
    return Json.read(plain, RenderParameters.class, file.toString());
  }
}
