package org.facerepro.experiment.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.data.FaceSample;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.face.basel.file.BaselFolders;

/** Takes samples subject by subject and lays each into the folders of the Basel layout. */
final class BaselSubjects {
  /** Folders of the layout, pictures last, for they say that a subject is whole. */
  static final List<String> PARTS = List.of("rps", "csv", "tlms", "parameters", "img");

  private static final String MAP = ".png";

  private record Line(String file, JsonNode annotations) {}

  private final Path folder;
  private final Path temporary;
  private final FaceSource source;
  private final StringBuilder parameters = new StringBuilder();
  private int written;

  BaselSubjects(Path folder, FaceSource source) {
    this.folder = folder;
    this.temporary = folder.resolve(AtomicFiles.TEMPORARY_PREFIX + "subject");
    this.source = source;
    removeUnfinished();
  }

  static Path parameters(Path folder, int subject) {
    return folder.resolve("parameters").resolve(subject + ".jsonl");
  }

  void add(FaceSample sample) {
    int subject = lastNumber(sample.subject());
    int number = source.firstNumber() + lastNumber(sample.key());
    BaselFolders places = new BaselFolders(temporary);
    Path picture = places.picture(subject, number, "");
    try {
      put(picture, sample.encoded());
      for (String ending : sample.companions()) {
        put(place(places, subject, number, ending), sample.companion(ending));
      }
      String name = temporary.relativize(picture).toString().replace('\\', '/');
      parameters.append(Json.compact(new Line(name, sample.annotations()))).append('\n');
      if (++written == source.samplesPerSubject()) {
        complete(subject);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static Path place(BaselFolders places, int subject, int number, String ending) {
    return switch (ending) {
      case "rps" -> places.rps(subject, number);
      case "csv" -> places.csv(subject, number);
      case "tlms" -> places.tlms(subject, number);
      default -> {
        boolean map = ending.endsWith(MAP);
        String kind = map ? ending.substring(0, ending.length() - MAP.length()) : ending;
        Path picture = places.picture(subject, number, kind.replace('.', '_'));
        Path rps = places.rps(subject, number);
        yield map ? picture : rps.resolveSibling(subject + "_" + number + "." + ending);
      }
    };
  }

  private static void put(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static int lastNumber(String key) {
    return Integer.parseInt(key.substring(key.lastIndexOf('-') + 1));
  }

  private void complete(int subject) throws IOException {
    put(parameters(temporary, subject), parameters.toString().getBytes(UTF_8));
    for (String part : PARTS) {
      String name = part.equals("parameters") ? subject + ".jsonl" : Integer.toString(subject);
      Path target = folder.resolve(part).resolve(name);
      Files.createDirectories(target.getParent());
      if (Files.isDirectory(target)) {
        AtomicFiles.deleteTree(target);
      }
      AtomicFiles.moveIntoPlace(temporary.resolve(part).resolve(name), target);
    }
    parameters.setLength(0);
    written = 0;
  }

  void removeUnfinished() {
    try {
      if (Files.exists(temporary)) {
        AtomicFiles.deleteTree(temporary);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private StorageException failure(IOException e) {
    return new StorageException(
        "cannot write the face set in %s (%s): check free space and permissions"
            .formatted(folder, AtomicFiles.reason(e)),
        e);
  }
}
