package org.facerepro.protocol;

import java.util.Map;
import org.facerepro.data.Embeddings;

/** A protocol that searches templates in galleries of templates, closed and open set at once. */
public interface TemplateSearchSet extends TemplateProtocol {

  /**
   * Searches without a report and keeps what leads each search.
   *
   * @param embeddings of all images that did not fail, under their names
   * @param failed images that failed to enrol, with the reason
   * @param impostors kept of each probe
   * @throws IllegalStateException if an image was neither embedded nor failed, or was both
   */
  TemplateSearches search(Embeddings embeddings, Map<String, String> failed, int impostors);
}
