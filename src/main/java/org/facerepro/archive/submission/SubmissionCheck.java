package org.facerepro.archive.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facerepro.archive.StoredArchive;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.archive.signature.DetachedSignature;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.jspecify.annotations.Nullable;

/** Holds a folder of results against every rule for submissions. */
public final class SubmissionCheck {
  private final ResultsFolder folder;
  private final @Nullable Path key;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, ResultsIndex.Entry> expected = new TreeMap<>();
  private final Map<String, IndexedTrial> expectedTrials = new TreeMap<>();
  private int archives;

  private SubmissionCheck(ResultsFolder folder, @Nullable Path key) {
    this.folder = folder;
    this.key = key;
  }

  /**
   * Checks a folder.
   *
   * @param key a public key that must have signed every archive, or null
   * @throws org.facerepro.core.DataUnavailableException if there is no such folder
   */
  public static SubmissionReport check(Path results, @Nullable Path key) {
    SubmissionCheck check = new SubmissionCheck(new ResultsFolder(results), key);
    try {
      check.run();
    } catch (IOException e) {
      throw new StorageException("cannot read " + results + " (" + AtomicFiles.reason(e) + ")", e);
    }
    return new SubmissionReport(
        SubmissionReport.SCHEMA, check.faults.isEmpty(), check.archives, check.faults);
  }

  private void run() throws IOException {
    for (Path each : ResultsFolder.list(folder.root())) {
      String name = String.valueOf(each.getFileName());
      if (!ResultsFolder.OWN.contains(name) && !ResultsFolder.isFolder(each)) {
        add(each, Fault.Kind.STRUCTURE, "does not belong here: results lie in folders");
      }
    }
    for (Path experiment : folder.experiments()) {
      links(experiment);
      for (Path run : ResultsFolder.list(experiment)) {
        if (!ResultsFolder.isFolder(run)
            || !String.valueOf(run.getFileName()).matches(Place.FOLDERS)) {
          add(run, Fault.Kind.STRUCTURE, "is no folder <scale>-seed<N> or <scale>-trial");
        } else {
          runFolder(run);
        }
      }
    }
    index();
  }

  private void links(Path experiment) throws IOException {
    try (Stream<Path> all = Files.walk(experiment)) {
      all.filter(Files::isSymbolicLink)
          .sorted()
          .forEach(link -> add(link, Fault.Kind.STRUCTURE, "is a link: copy the file"));
    }
  }

  private void runFolder(Path run) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path each : ResultsFolder.list(run)) {
      String name = String.valueOf(each.getFileName());
      if (name.endsWith(ResultsFolder.ENDING)) {
        found.add(each);
      } else if (!Place.beside(run).contains(name)
          && !name.endsWith(ResultsFolder.ENDING + ".sig")) {
        add(each, Fault.Kind.STRUCTURE, "does not belong to a submission");
      }
    }
    if (found.size() != 1) {
      add(run, Fault.Kind.STRUCTURE, "holds %d archives, expected one".formatted(found.size()));
    }
    for (Path archive : found) {
      archives++;
      List<Fault> own = ArchiveFaults.of(shown(archive), archive);
      faults.addAll(own);
      signature(archive);
      if (own.stream().noneMatch(fault -> fault.kind() == Fault.Kind.HASHES)) {
        place(run, archive);
      }
    }
  }

  /** Checks that an intact archive lies where it says, beside a copy of its result or trial. */
  private void place(Path run, Path archive) {
    try (StoredArchive stored = StoredArchive.open(archive)) {
      Place right = Place.of(stored);
      Path place = folder.root().resolve(right.folder());
      if (!place.equals(run) || !archive.endsWith(right.name())) {
        add(
            archive,
            Fault.Kind.STRUCTURE,
            "belongs to %s as %s".formatted(shown(place), right.name()));
      }
      Path copy = run.resolve(right.copy());
      if (!Files.isRegularFile(copy)) {
        add(copy, Fault.Kind.STRUCTURE, "is missing");
      } else if (!Arrays.equals(right.bytes(), Files.readAllBytes(copy))) {
        add(copy, Fault.Kind.HASHES, "is not the one in the archive");
      }
      expect(shown(archive), stored);
    } catch (FaceReproException | IOException e) {
      add(archive, Fault.Kind.FIELDS, String.valueOf(e.getMessage()));
    }
  }

  private void expect(String path, StoredArchive stored) throws IOException {
    if (stored instanceof StoredTrial trial) {
      expectedTrials.put(path, IndexedTrial.of(path, trial));
    } else if (stored instanceof StoredRun run) {
      expected.put(path, ResultsIndex.Entry.of(path, run));
    }
  }

  private void signature(Path archive) {
    Path beside = DetachedSignature.beside(archive);
    Path publicKey = key;
    try {
      if (publicKey != null) {
        DetachedSignature.problem(archive, publicKey)
            .ifPresent(problem -> add(beside, Fault.Kind.SIGNATURE, problem));
      } else if (Files.exists(beside) && !DetachedSignature.isOf(archive)) {
        add(beside, Fault.Kind.SIGNATURE, "is the signature of another file");
      }
    } catch (FaceReproException e) {
      add(beside, Fault.Kind.SIGNATURE, String.valueOf(e.getMessage()));
    }
  }

  private void index() {
    Path file = folder.root().resolve(ResultsIndex.FILE);
    if (!ResultsIndex.isIn(folder.root())) {
      add(file, Fault.Kind.INDEX, "is missing: 'archive add' writes it");
      return;
    }
    try {
      ResultsIndex index = Json.read(file, ResultsIndex.class);
      Set<String> listed = new HashSet<>();
      index.results().forEach(each -> indexed(file, each.path(), each, listed));
      index.trials().forEach(each -> indexed(file, each.path(), each, listed));
      Stream.concat(expected.keySet().stream(), expectedTrials.keySet().stream())
          .filter(path -> !listed.contains(path))
          .forEach(path -> add(file, Fault.Kind.INDEX, "does not list " + path));
    } catch (CorruptDataException e) {
      add(file, Fault.Kind.INDEX, String.valueOf(e.getMessage()));
    }
  }

  private void indexed(Path file, String path, Object entry, Set<String> listed) {
    Object run = expected.get(path);
    Object found = run == null ? expectedTrials.get(path) : run;
    if (!listed.add(path)) {
      add(file, Fault.Kind.INDEX, "lists " + path + " twice");
    } else if (!Files.isRegularFile(folder.root().resolve(path))) {
      add(file, Fault.Kind.INDEX, "lists " + path + ", which is not there");
    } else if (found != null && !found.equals(entry)) {
      add(file, Fault.Kind.INDEX, "says of " + path + " what the archive does not");
    }
  }

  private String shown(Path place) {
    return ResultsIndex.path(folder.root(), place);
  }

  private void add(Path place, Fault.Kind kind, String problem) {
    faults.add(new Fault(shown(place), kind, problem));
  }
}
