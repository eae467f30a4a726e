package org.facerepro.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Listing;
import org.facerepro.core.Progress;
import org.facerepro.image.RgbImage;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.convert.FaceContainer;

/** Gathers the faces of a container, each at the place of its picture, whatever order they come. */
final class PackedContainer implements FaceVisitor {
  private static final int SHOWN = 10;

  private final Map<String, Integer> places = new HashMap<>();
  private final byte[][] pictures;
  private final Map<String, String> failures = new TreeMap<>();
  private final Progress.Task task;

  private PackedContainer(List<String> names, Progress.Task task) {
    names.forEach(name -> places.put(name, places.size()));
    this.pictures = new byte[names.size()][];
    this.task = task;
  }

  static PackedFaces decode(
      FaceContainer container, int minimumImages, int side, Progress progress) {
    Map<String, String> people = chosen(container, minimumImages);
    List<String> names = new ArrayList<>(people.keySet());
    HeapRoom.require(names.size(), side);
    try (Progress.Task task = progress.start("decode", names.size(), "images")) {
      PackedContainer packed = new PackedContainer(names, task);
      container.read(names, side, packed);
      packed.requireNoFailure();
      return PackedFaces.takeOver(side, packed.pictures, labels(people));
    }
  }

  private static Map<String, String> chosen(FaceContainer container, int minimumImages) {
    Map<String, Integer> counts = new HashMap<>();
    container.people().values().forEach(person -> counts.merge(person, 1, Integer::sum));
    Map<String, String> chosen = new LinkedHashMap<>(container.people());
    chosen.values().removeIf(person -> counts.getOrDefault(person, 0) < minimumImages);
    if (chosen.isEmpty()) {
      throw new DataUnavailableException(
          "no faces to learn from: of %d people none has %d pictures"
              .formatted(counts.size(), minimumImages));
    }
    return chosen;
  }

  private static int[] labels(Map<String, String> people) {
    Map<String, Integer> numbers = new HashMap<>();
    people.values().forEach(person -> numbers.putIfAbsent(person, numbers.size()));
    return people.values().stream().mapToInt(numbers::get).toArray();
  }

  private void requireNoFailure() {
    if (!failures.isEmpty()) {
      throw new DataUnavailableException(
          "%d pictures are broken or missing; take them away or mend them:%s"
              .formatted(failures.size(), Listing.reasons(SHOWN, failures)));
    }
  }

  @Override
  public void face(String image, RgbImage crop) {
    Integer place = places.get(image);
    if (place == null) {
      throw new IllegalStateException(image + " was not asked for");
    }
    pictures[place] = crop.toBytes();
    task.advance(1);
  }

  @Override
  public void failed(String image, String reason) {
    failures.put(image, reason);
    task.advance(1);
  }
}
