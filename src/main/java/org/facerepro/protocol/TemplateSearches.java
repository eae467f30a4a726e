package org.facerepro.protocol;

import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.metric.search.LeadingScores;

/**
 * What was found in the galleries of a protocol of templates.
 *
 * @param kinds of probes, the one that the protocol leads with first
 * @param remarks upon data, options and templates
 */
public record TemplateSearches(List<Kind> kinds, List<String> remarks) {
  public TemplateSearches {
    kinds = List.copyOf(kinds);
    remarks = List.copyOf(remarks);
    Require.that(!kinds.isEmpty(), "kinds", "at least one", kinds);
  }

  /**
   * Searches of one kind of probes; of several, the mean of their numbers is reported too.
   *
   * @param mean what their mean is called
   * @param parts a search for each split or gallery
   */
  public record Kind(String mean, List<Part> parts) {
    public Kind {
      parts = List.copyOf(parts);
      Require.that(!parts.isEmpty(), "parts", "at least one", parts);
    }
  }

  /**
   * The searches of all probes in one gallery.
   *
   * @param name such as {@code split-1} or {@code mixed-G1}
   * @param found what leads each
   */
  public record Part(String name, LeadingScores found) {}
}
