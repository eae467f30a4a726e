package org.facerepro.experiment.repeat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.StorageException;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.image.RgbImage;

/** How far the payloads of two artifacts are apart. */
final class FolderDistance {
  private static final int WHITE = 255;

  /** What the store says of an artifact is no part of the payload. */
  private static final String ABOUT = "artifact.json";

  private FolderDistance() {}

  static Distance of(Path first, Path second) {
    if (FaceSet.isIn(first) && FaceSet.isIn(second)) {
      return pictures(first, second);
    }
    Set<String> names = files(first);
    if (!names.equals(files(second))) {
      return Distance.other("the files are others: " + names + " and " + files(second));
    }
    Distance largest = Distance.NONE;
    for (String name : names) {
      largest = largest.max(FileDistance.of(first.resolve(name), second.resolve(name), name));
    }
    return largest;
  }

  private static Set<String> files(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals(ABOUT))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new StorageException("cannot read " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  /** Face sets are compared picture by picture, since compression hides how far they are apart. */
  private static Distance pictures(Path first, Path second) {
    try (FaceSet one = FaceSet.open(first);
        FaceSet other = FaceSet.open(second)) {
      List<FaceEntry> samples = one.samples();
      List<FaceEntry> others = other.samples();
      if (samples.size() != others.size()) {
        return Distance.other(
            "the sets have %d and %d pictures".formatted(samples.size(), others.size()));
      }
      Distance largest = Distance.NONE;
      for (int i = 0; i < samples.size(); i++) {
        FaceEntry a = samples.get(i);
        FaceEntry b = others.get(i);
        if (!a.key().equals(b.key()) || !a.subject().equals(b.subject())) {
          return Distance.other("picture " + i + " is called " + a.key() + " and " + b.key());
        }
        largest = largest.max(picture(one.decode(a), other.decode(b), a.key()));
      }
      return largest;
    }
  }

  private static Distance picture(RgbImage a, RgbImage b, String key) {
    byte[] first = a.toBytes();
    byte[] second = b.toBytes();
    int most = 0;
    for (int i = 0; i < first.length; i++) {
      most = Math.max(most, Math.abs((first[i] & WHITE) - (second[i] & WHITE)));
    }
    return most == 0 ? Distance.NONE : new Distance(most / (double) WHITE, "picture " + key);
  }
}
