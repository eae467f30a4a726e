package org.facerepro.experiment.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.data.FaceSample;

/** Takes samples subject by subject and makes a folder of each, which appears when it is whole. */
final class SubjectFolders {
  private record Line(String file, JsonNode annotations) {}

  private final Path folder;
  private final int samplesPerSubject;
  private final StringBuilder parameters = new StringBuilder();
  private int written;

  SubjectFolders(Path folder, int samplesPerSubject) {
    this.folder = folder;
    this.samplesPerSubject = samplesPerSubject;
    removeUnfinished();
  }

  void add(FaceSample sample) {
    Path temporary = folder.resolve(AtomicFiles.TEMPORARY_PREFIX + sample.subject());
    String number = sample.key().substring(sample.subject().length() + 1);
    String name = number + "." + sample.format().extension();
    try {
      Files.createDirectories(temporary);
      Files.write(temporary.resolve(name), sample.encoded());
      for (String ending : sample.companions()) {
        Files.write(temporary.resolve(number + "." + ending), sample.companion(ending));
      }
      parameters.append(Json.compact(new Line(name, sample.annotations()))).append('\n');
      if (++written == samplesPerSubject) {
        complete(temporary, folder.resolve(sample.subject()));
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void complete(Path temporary, Path subject) throws IOException {
    Files.write(temporary.resolve(FolderTarget.PARAMETERS), parameters.toString().getBytes(UTF_8));
    AtomicFiles.deleteTree(subject);
    AtomicFiles.moveIntoPlace(temporary, subject);
    parameters.setLength(0);
    written = 0;
  }

  void removeUnfinished() {
    try {
      Files.createDirectories(folder);
      try (var files = Files.newDirectoryStream(folder, AtomicFiles.TEMPORARY_PREFIX + "*")) {
        for (Path file : files) {
          AtomicFiles.deleteTree(file);
        }
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
