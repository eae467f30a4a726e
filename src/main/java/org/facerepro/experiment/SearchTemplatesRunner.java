package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
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
    EmbedRunner.require(input, EmbedRunner.TEMPLATES, stage.embeddings());
    TemplateSearchSet set =
        Json.read(input.resolve(EmbedRunner.TEMPLATES), EmbeddedTemplates.class)
            .open(work.workspace(), TemplateSearchSet.class);
    Map<String, String> failed = VerifyRunner.failures(input);
    Path payload = work.payload();
    StoredTemplateSearches.write(
        payload, set.search(Embeddings.read(input), failed, StoredTemplateSearches.KEPT));
    PartReports reports = StoredTemplateSearches.read(payload).measure(work.seed());
    AtomicFiles.writeFile(payload.resolve(StoredParts.METRICS), Json.pretty(reports));
    AtomicFiles.writeFile(payload.resolve(EmbedRunner.FAILURES), Json.pretty(failed));
  }
}
