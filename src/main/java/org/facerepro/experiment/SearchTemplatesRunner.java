package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facerepro.data.Embeddings;
import org.facerepro.protocol.TemplateSearchSet;

/**
 * Searches the templates of a protocol in its galleries and measures all parts from what is stored
 * of each search.
 *
 * <p>Reads the files of the protocol again; see {@link VerifyTemplatesRunner}.
 */
final class SearchTemplatesRunner implements MeasuringRunner<Stage.SearchTemplates> {
  @Override
  public String measured() {
    return "searches of templates";
  }

  @Override
  public List<String> storing() {
    return List.of(
        "VerifyRunner",
        "StoredTemplateSearches",
        "PartRows",
        "StoredParts",
        "PartReports",
        "EmbeddedTemplates");
  }

  @Override
  public void run(Stage.SearchTemplates stage, Work work) {
    Path input = work.input("embeddings");
    TemplateSearchSet set =
        EmbeddedTemplates.of(input, stage.embeddings())
            .open(work.workspace(), TemplateSearchSet.class);
    Map<String, String> failed = VerifyRunner.failures(input);
    Path payload = work.payload();
    StoredTemplateSearches.write(
        payload, set.search(Embeddings.read(input), failed, StoredTemplateSearches.KEPT));
    PartReports reports = StoredTemplateSearches.read(payload).measure(work.seed());
    StoredParts.write(payload, reports, failed);
  }
}
