package org.facerepro.experiment.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.data.FaceSample;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.experiment.generation.RenderPool;
import org.facerepro.experiment.generation.SampleRange;

/**
 * One folder per subject with its pictures and {@code parameters.jsonl}, a line of JSON per
 * picture; a subject appears when all of it is written.
 */
final class FolderTarget implements SetTarget {
  static final String PARAMETERS = "parameters.jsonl";

  private final Path folder;
  private final FaceSource source;
  private final List<SampleRange> missing = new ArrayList<>();
  private int absent;

  FolderTarget(Path folder, FaceSource source) {
    this.folder = folder;
    this.source = source;
    look();
  }

  private void look() {
    missing.clear();
    absent = 0;
    int each = source.samplesPerSubject();
    for (int subject = 0; subject < source.subjects(); subject++) {
      if (!isWhole(folder.resolve(source.subjectId(subject)))) {
        int first = subject * each;
        int last = missing.size() - 1;
        boolean follows = last >= 0 && missing.get(last).end() == first;
        int start = follows ? missing.remove(last).first() : first;
        missing.add(new SampleRange(start, first + each));
        absent += each;
      }
    }
  }

  private boolean isWhole(Path subject) {
    if (!Files.isDirectory(subject)) {
      return false;
    }
    try (Stream<Path> files = Files.list(subject)) {
      // A power cut can leave moved files without content.
      long expected = (1L + source.companions().size()) * source.samplesPerSubject() + 1;
      return files.filter(FolderTarget::isFilled).count() == expected;
    } catch (IOException e) {
      throw SetFolder.failure(folder, e);
    }
  }

  private static boolean isFilled(Path file) {
    return file.toFile().length() > 0;
  }

  @Override
  public int present() {
    return wanted() - absent;
  }

  @Override
  public int wanted() {
    return source.samples();
  }

  @Override
  public void render(RenderPool pool, IntConsumer done) {
    SubjectFolders subjects = new SubjectFolders(folder, source.samplesPerSubject());
    try {
      pool.render(
          missing,
          samples -> {
            for (FaceSample sample : samples) {
              subjects.add(sample);
              done.accept(1);
            }
          });
    } finally {
      subjects.removeUnfinished();
    }
    look();
  }

  @Override
  public boolean isWhole() {
    return absent == 0;
  }

  @Override
  public void assemble() {
    // Every subject is in its final form as it appears.
  }

  @Override
  public void readAll(Consumer<StoredFace> reader) {
    for (int subject = 0; subject < source.subjects(); subject++) {
      String id = source.subjectId(subject);
      Path file = folder.resolve(id).resolve(PARAMETERS);
      try {
        for (String line : Files.readAllLines(file, UTF_8)) {
          JsonNode face = Json.read(line.getBytes(UTF_8), JsonNode.class, file.toString());
          Path picture = file.resolveSibling(face.path("file").asText());
          int bytes = Math.toIntExact(Files.size(picture));
          reader.accept(new StoredFace(id, bytes, face.path("annotations")));
        }
      } catch (IOException e) {
        throw new CorruptDataException(
            "cannot read " + file + " (" + AtomicFiles.reason(e) + ")", e);
      }
    }
  }

  @Override
  public void readTruth(Consumer<JsonNode> reader) {
    WrittenTruth.inFolders(folder, reader);
  }

  @Override
  public Map<String, String> hashes() {
    List<String> subjects =
        IntStream.range(0, source.subjects()).mapToObj(source::subjectId).toList();
    String hash = SetFolder.hash(folder, subjects);
    return Map.of("*/* (hash over the sorted list of hashes)", hash);
  }

  @Override
  public void tidy() {
    // Nothing else is written.
  }
}
