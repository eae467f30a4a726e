package org.facerepro.experiment.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.experiment.dataset.SetCard.Attributes;
import org.facerepro.experiment.dataset.SetCard.Pictures;

/** Counts what a card says about the pictures of a set. */
final class CardCount {
  /** More different words than this are no category. */
  private static final int MOST_WORDS = 100;

  private final Map<String, Histogram> numbers = new TreeMap<>();
  private final Map<String, Map<String, Long>> words = new TreeMap<>();
  private final DistanceCount distances = new DistanceCount();
  private long pictures;
  private long bytes;
  private int smallest = Integer.MAX_VALUE;
  private int largest;

  void add(StoredFace face) {
    pictures++;
    bytes += face.bytes();
    smallest = Math.min(smallest, face.bytes());
    largest = Math.max(largest, face.bytes());
    distances.add(face);
    walk("", face.annotations());
  }

  private void walk(String path, JsonNode node) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        walk(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
      }
    } else if (node.isNumber()) {
      numbers.computeIfAbsent(path, key -> new Histogram()).add(node.asDouble());
    } else if (node.isTextual() || node.isBoolean()) {
      words.computeIfAbsent(path, key -> new TreeMap<>()).merge(node.asText(), 1L, Long::sum);
    }
  }

  Pictures pictures(String format, int side) {
    return new Pictures(
        pictures, format, side, bytes, (double) bytes / pictures, smallest, largest);
  }

  Attributes attributes() {
    Map<String, NumberSummary> summaries = new TreeMap<>();
    numbers.forEach(
        (path, histogram) -> {
          if (!path.equals("subject") && !path.equals("sample")) {
            summaries.put(path, histogram.summary());
          }
        });
    words.values().removeIf(counts -> counts.size() > MOST_WORDS);
    return new Attributes(summaries, words);
  }

  DistanceCount distances() {
    return distances;
  }
}
