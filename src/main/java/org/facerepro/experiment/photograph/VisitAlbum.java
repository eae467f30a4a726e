package org.facerepro.experiment.photograph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Sha256;
import org.facerepro.core.StorageException;
import org.facerepro.face.scene.FaceParameters.Landmark;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.image.ImageCodec;
import org.facerepro.protocol.multipie.PieImage;

/** Writes the pictures of one visit into a tree, and notes what it wrote. */
final class VisitAlbum implements PieStudio.Album {
  private static final String EXTENSION = ".png";

  private final Path tree;
  private final StringBuilder landmarks = new StringBuilder();
  private final Map<String, String> pictures = new TreeMap<>();

  VisitAlbum(Path tree) {
    this.tree = tree;
  }

  @Override
  public void add(PieImage image, GeneratedFace face) {
    String name = image.path() + EXTENSION;
    byte[] png = ImageCodec.png(face.image());
    write(tree.resolve(name), png);
    pictures.put(name, Sha256.of(png).hex());
    landmarks.append(name);
    for (Landmark point : face.parameters().landmarks()) {
      landmarks.append(String.format(Locale.ROOT, "\t%.4f\t%.4f", point.x(), point.y()));
    }
    landmarks.append('\n');
  }

  private static void write(Path file, byte[] png) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, png);
    } catch (IOException e) {
      throw new StorageException("cannot write %s (%s)".formatted(file, AtomicFiles.reason(e)), e);
    }
  }

  VisitNote note() {
    return new VisitNote(landmarks.toString(), pictures);
  }
}
