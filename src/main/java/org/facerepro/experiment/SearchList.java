package org.facerepro.experiment;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.SpecException;
import org.facerepro.metric.search.Roster;
import org.facerepro.protocol.search.SearchPart;
import org.facerepro.protocol.search.SearchSet;

/**
 * The searches of a protocol: who is looked for in one gallery, and which of the probes each part
 * has.
 *
 * @param gallery who is enrolled
 * @param probes who is looked for
 * @param parts places of the probes of each part, ascending; the whole first
 * @param remarks upon the data and the options taken
 */
public record SearchList(
    Roster gallery, Roster probes, Map<String, List<Integer>> parts, List<String> remarks) {
  public SearchList {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    remarks = List.copyOf(remarks);
  }

  /**
   * Takes the searches of a set.
   *
   * @throws SpecException if its parts have several galleries, or probes that the first one lacks
   */
  static SearchList of(SearchSet set) {
    SearchPart all = set.parts().get(0);
    Map<String, Integer> places = new HashMap<>();
    all.probes().samples().forEach(sample -> places.put(sample, places.size()));
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    for (SearchPart part : set.parts()) {
      if (!part.gallery().equals(all.gallery())
          || !places.keySet().containsAll(part.probes().samples())) {
        throw new SpecException(
            "protocol '%s' searches several galleries and cannot be used in an experiment"
                .formatted(set.id()));
      }
      String name = part == all ? PartReports.ALL : part.name();
      parts.put(name, part.probes().samples().stream().map(places::get).sorted().toList());
    }
    return new SearchList(all.gallery(), all.probes(), parts, set.remarks());
  }

  /** Returns the probes of each part as bits, in the order of the parts. */
  List<BitSet> members() {
    return parts.values().stream()
        .map(
            probesOf -> {
              BitSet bits = new BitSet();
              probesOf.forEach(bits::set);
              return bits;
            })
        .toList();
  }
}
