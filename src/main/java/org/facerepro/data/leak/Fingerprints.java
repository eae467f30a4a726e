package org.facerepro.data.leak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.image.PerceptualHash;

/**
 * The fingerprints of a set of faces; on disk {@code fingerprints.tsv}, one line a picture: name,
 * subject, hash of the pixels, perceptual hash.
 *
 * @param entries in the order of the set
 */
public record Fingerprints(List<Fingerprint> entries) {
  private static final String FILE = "fingerprints.tsv";
  private static final int FIELDS = 4;

  public Fingerprints {
    entries = List.copyOf(entries);
  }

  /** Decodes every picture of a set, on all cores; the order is that of the set. */
  public static Fingerprints of(FaceSet faces) {
    List<FaceEntry> samples = faces.samples();
    Fingerprint[] taken = new Fingerprint[samples.size()];
    IntStream.range(0, taken.length)
        .parallel()
        .forEach(
            i -> {
              FaceEntry entry = samples.get(i);
              taken[i] = Fingerprint.of(entry.key(), entry.subject(), faces.decode(entry));
            });
    return new Fingerprints(Arrays.asList(taken));
  }

  /** Writes into a folder. */
  public void write(Path folder) {
    StringBuilder text = new StringBuilder();
    for (Fingerprint entry : entries) {
      text.append(entry.image()).append('\t').append(entry.subject()).append('\t');
      text.append(entry.pixels()).append('\t').append(entry.look().hex()).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFiles.writeFile(folder.resolve(FILE), bytes);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws CorruptDataException if it is something else
   */
  public static Fingerprints read(Path folder) {
    Path file = folder.resolve(FILE);
    List<Fingerprint> entries = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
          throw new CorruptDataException(file + ": expected four fields, got '" + line + "'");
        }
        PerceptualHash look = PerceptualHash.parse(fields[3]);
        entries.add(new Fingerprint(fields[0], fields[1], fields[2], look));
      }
      return new Fingerprints(entries);
    } catch (IOException e) {
      throw new CorruptDataException("cannot read " + file + " (" + AtomicFiles.reason(e) + ")", e);
    } catch (NumberFormatException e) {
      throw new CorruptDataException(file + " holds no hash: " + e.getMessage(), e);
    }
  }
}
