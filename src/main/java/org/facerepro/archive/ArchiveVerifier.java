package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.Sha256;
import org.facerepro.core.StorageException;

/**
 * Checks an archive: the container byte by byte, every entry against the manifest, the result
 * against the specification, and every metric, gate and verdict against the stored scores.
 *
 * <p>What no score tells cannot be computed again and is only hashed: plots, training logs, the
 * environment, and the keys of artifacts. An archive whose unpacked content exceeds 1 GiB is
 * refused.
 */
public final class ArchiveVerifier {
  private final List<ArchiveVerification.Finding> findings = new ArrayList<>();
  private final SortedMap<String, byte[]> contents = new TreeMap<>();

  private ArchiveVerifier() {}

  /**
   * Checks a file.
   *
   * @throws DataUnavailableException if there is no such file
   */
  public static ArchiveVerification verify(Path file) {
    ArchiveVerifier verifier = new ArchiveVerifier();
    verifier.unpack(file);
    verifier.checkManifest();
    int recomputed = verifier.findings.isEmpty() ? verifier.recompute() : 0;
    return new ArchiveVerification(
        ArchiveVerification.SCHEMA,
        verifier.findings.isEmpty(),
        verifier.contents.size(),
        recomputed,
        verifier.findings);
  }

  private void unpack(Path file) {
    try {
      ReproducibleTarGz.Damage damage = ReproducibleTarGz.read(file, this::keep);
      if (damage != null) {
        report(damage.place(), damage.problem());
      }
    } catch (NoSuchFileException e) {
      throw new DataUnavailableException(file + " does not exist", e);
    } catch (IOException e) {
      throw new CorruptDataException("cannot read " + file + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private void keep(String name, byte[] content) {
    if (contents.put(name, content) != null) {
      report(name, "is there twice");
    }
  }

  private void checkManifest() {
    byte[] manifest = contents.get(Manifest.FILE);
    if (manifest == null) {
      report(Manifest.FILE, "is missing");
      return;
    }
    Map<String, String> expected;
    try {
      expected = new Contents(contents).read(Manifest.FILE, Manifest.class).entries();
    } catch (CorruptDataException e) {
      report(Manifest.FILE, String.valueOf(e.getMessage()));
      return;
    }
    expected.forEach(this::checkEntry);
    contents.keySet().stream()
        .filter(name -> !name.equals(Manifest.FILE) && !expected.containsKey(name))
        .forEach(name -> report(name, "is not in the manifest"));
  }

  private void checkEntry(String name, String expected) {
    byte[] content = contents.get(name);
    if (content == null) {
      report(name, "is missing or cannot be read");
    } else if (!Sha256.of(content).hex().equals(expected)) {
      report(name, "was altered: its SHA-256 is not the one in the manifest");
    }
  }

  private int recompute() {
    try {
      Path scratch = Files.createTempDirectory("facerepro-verify");
      try {
        return new Recomputation(new Contents(contents), scratch, this::report).run();
      } finally {
        AtomicFiles.deleteTree(scratch);
      }
    } catch (IOException e) {
      throw new StorageException(
          "cannot unpack scores to a temporary folder (" + AtomicFiles.reason(e) + ")", e);
    } catch (FaceReproException | IllegalArgumentException | IllegalStateException e) {
      report("recomputation", String.valueOf(e.getMessage()));
      return 0;
    }
  }

  private void report(String entry, String problem) {
    String name = entry.isBlank() ? "entry without a name" : entry;
    findings.add(new ArchiveVerification.Finding(name, problem));
  }
}
