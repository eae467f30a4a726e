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
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.experiment.generation.RenderPool;
import org.facerepro.experiment.generation.SampleRange;

/**
 * The layout of the Basel generator: one folder per subject below each of {@code img rps csv tlms},
 * and a line of JSON per picture in {@code parameters/<id>.jsonl}. A subject's pictures appear when
 * all of its other files are there.
 */
final class BaselTarget implements SetTarget {
  private final Path folder;
  private final FaceSource source;
  private final List<Integer> missing = new ArrayList<>();

  BaselTarget(Path folder, FaceSource source) {
    this.folder = folder;
    this.source = source;
    look();
  }

  private void look() {
    missing.clear();
    for (int subject = 0; subject < source.subjects(); subject++) {
      if (!isWhole(subject)) {
        missing.add(subject);
      }
    }
  }

  private boolean isWhole(int subject) {
    Path pictures = folder.resolve("img").resolve(Integer.toString(subject));
    if (!Files.isDirectory(pictures)) {
      return false;
    }
    long maps = source.companions().stream().filter(name -> name.endsWith(".png")).count();
    try (Stream<Path> files = Files.list(pictures)) {
      return files.filter(file -> file.toFile().length() > 0).count()
          == (1 + maps) * source.samplesPerSubject();
    } catch (IOException e) {
      throw SetFolder.failure(folder, e);
    }
  }

  @Override
  public int present() {
    return wanted() - missing.size() * source.samplesPerSubject();
  }

  @Override
  public int wanted() {
    return source.samples();
  }

  @Override
  public void render(RenderPool pool, IntConsumer done) {
    int each = source.samplesPerSubject();
    BaselSubjects subjects = new BaselSubjects(folder, source);
    try {
      pool.render(
          missing.stream().map(s -> new SampleRange(s * each, (s + 1) * each)).toList(),
          samples ->
              samples.forEach(
                  sample -> {
                    subjects.add(sample);
                    done.accept(1);
                  }));
    } finally {
      subjects.removeUnfinished();
    }
    look();
  }

  @Override
  public boolean isWhole() {
    return missing.isEmpty();
  }

  @Override
  public void assemble() {
    // Every subject is in its final form as it appears.
  }

  @Override
  public void readAll(Consumer<StoredFace> reader) {
    for (int subject = 0; subject < source.subjects(); subject++) {
      Path file = BaselSubjects.parameters(folder, subject);
      try {
        for (String line : Files.readAllLines(file, UTF_8)) {
          JsonNode face = Json.read(line.getBytes(UTF_8), JsonNode.class, file.toString());
          Path picture = folder.resolve(face.path("file").asText());
          int bytes = Math.toIntExact(Files.size(picture));
          reader.accept(new StoredFace(source.subjectId(subject), bytes, face.path("annotations")));
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
    String hash = SetFolder.hash(folder, BaselSubjects.PARTS);
    return Map.of("*/*/* (hash over the sorted list of hashes)", hash);
  }

  @Override
  public void tidy() {
    // Nothing else is written.
  }
}
