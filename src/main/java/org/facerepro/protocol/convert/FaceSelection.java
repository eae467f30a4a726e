package org.facerepro.protocol.convert;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Listing;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a container that are chosen.
 *
 * @param people by picture whom it shows, in the order of the container
 * @param unnamed pictures of nobody
 */
record FaceSelection(Map<String, String> people, int unnamed) {
  private static final int SHOWN = 10;

  /**
   * Chooses pictures.
   *
   * @param broken pictures that are known to be of no use
   * @throws DataUnavailableException if listed people or pictures of theirs are missing, or nothing
   *     is chosen
   */
  static FaceSelection of(PictureSource source, FaceChoice choice, Set<String> broken) {
    Map<String, Integer> found = counts(source, Set.of());
    Map<String, Integer> listed = listed(choice.people(), found);
    Map<String, Integer> sound = broken.isEmpty() ? found : counts(source, broken);
    Map<String, String> chosen = new LinkedHashMap<>();
    int unnamed = 0;
    for (Picture picture : source.pictures()) {
      String person = picture.identity();
      if (person == null) {
        unnamed++;
      } else if (listed.containsKey(person)
          && sound.getOrDefault(person, 0) >= choice.minimumImages()
          && (choice.share() == null || choice.share().holds(person))
          && !broken.contains(picture.name())) {
        chosen.put(picture.name(), person);
      }
    }
    if (chosen.isEmpty()) {
      throw new DataUnavailableException(
          "none of %d people is chosen: by their pictures (at least %d) and the given share and list"
              .formatted(found.size(), choice.minimumImages()));
    }
    return new FaceSelection(chosen, unnamed);
  }

  private static Map<String, Integer> counts(PictureSource source, Set<String> broken) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Picture picture : source.pictures()) {
      String person = picture.identity();
      if (person != null && !broken.contains(picture.name())) {
        counts.merge(person, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Map<String, Integer> listed(@Nullable Path list, Map<String, Integer> found) {
    if (list == null) {
      return found;
    }
    Map<String, Integer> listed = PeopleList.read(list);
    List<String> incomplete =
        listed.entrySet().stream()
            .filter(e -> found.getOrDefault(e.getKey(), 0) < Math.max(1, e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!incomplete.isEmpty()) {
      throw new DataUnavailableException(
          "%s lists %d people of whom there are fewer pictures than it says, or none: %s"
              .formatted(list, incomplete.size(), Listing.first(SHOWN, incomplete)));
    }
    return listed;
  }

  /** Returns the number of people chosen. */
  int subjects() {
    return Set.copyOf(people.values()).size();
  }
}
