package org.facerepro.face.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A tiny model in the layout of ICT-FaceKit whose files can be replaced or left out. */
final class IctLayout {
  static final double[] NEUTRAL = {-5, -6, 0, 5, -6, 0, 5, 6, 0, -5, 6, 0, 0, 0, 4.25};
  static final String NEUTRAL_FILE = "FaceXModel/generic_neutral_mesh.obj";

  private static final String POLYGONS =
      """
      vt 0.5 0.5
      usemtl M_Face
      f 1/1 2/1 5/1
      f 2 3 5
      usemtl M_IrisLeft
      f 3/1/1 4/1/1 1/1/1 5/1/1
      usemtl M_EyeOcclusion
      f 1 2 3
      """;

  private final Map<String, byte[]> files = new TreeMap<>();

  IctLayout() {
    put("LICENSE", "MIT License");
    put(NEUTRAL_FILE, obj(NEUTRAL));
    put("FaceXModel/identity000.obj", moved(3, 0.5));
    put("FaceXModel/identity001.obj", moved(7, -1.25));
    put("FaceXModel/jawOpen.obj", moved(1, -2));
    String zeros = "0,".repeat(30) + "4" + ",1".repeat(37);
    put("FaceXModel/vertex_indices.json", "{\"idx_to_landmark_verts\": [" + zeros + "]}");
  }

  static String obj(double[] positions) {
    StringBuilder text = new StringBuilder("# a comment\r\nmtllib a.mtl\n");
    for (int i = 0; i < positions.length; i += 3) {
      text.append(
          String.format(
              Locale.ROOT, "v %.5f %.5f %.6e\n", positions[i], positions[i + 1], positions[i + 2]));
    }
    return text + POLYGONS;
  }

  static String moved(int coordinate, double by) {
    double[] positions = NEUTRAL.clone();
    positions[coordinate] += by;
    return obj(positions);
  }

  IctLayout put(String name, String content) {
    files.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  IctLayout without(String name) {
    files.remove(name);
    return this;
  }

  Path folder(Path root) {
    files.forEach(
        (name, content) -> {
          try {
            Path file = root.resolve(name);
            Files.createDirectories(root.resolve("FaceXModel"));
            Files.write(file, content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return root;
  }

  Path archive(Path file, boolean compressed) {
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream packed = compressed ? new XZOutputStream(raw, new LZMA2Options(0)) : raw;
        TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        TarArchiveEntry head = new TarArchiveEntry(entry.getKey(), true);
        head.setSize(entry.getValue().length);
        tar.putArchiveEntry(head);
        tar.write(entry.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static void cut(Path file, double part) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (part * whole.length)));
  }
}
