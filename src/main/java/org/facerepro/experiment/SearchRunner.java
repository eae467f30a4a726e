package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.Json;
import org.facerepro.data.Embeddings;
import org.facerepro.protocol.search.FaceVectors;
import org.facerepro.protocol.search.GallerySearch;

/** Searches the probes of a protocol in its gallery and measures from the stored similarities. */
final class SearchRunner implements MeasuringRunner<Stage.Search> {
  /** Of the order of what one core does; only for plans, and only until one is measured. */
  private static final Workload.Pace ASSUMED = new Workload.Pace(3000, 200);

  @Override
  public String measured() {
    return "searches";
  }

  @Override
  public Optional<Workload.Pace> assumedPace(Stage.Search stage) {
    return Optional.of(ASSUMED);
  }

  @Override
  public List<String> storing() {
    return List.of("VerifyRunner", "StoredSearch", "StoredParts", "PartReports", "SearchList");
  }

  @Override
  public void run(Stage.Search stage, Work work) {
    Path input = work.input("embeddings");
    EmbedRunner.require(input, EmbedRunner.SEARCHES, stage.embeddings());
    SearchList list = Json.read(input.resolve(EmbedRunner.SEARCHES), SearchList.class);
    Map<String, String> failed = VerifyRunner.failures(input);
    Embeddings embeddings = Embeddings.read(input);
    FaceVectors gallery = FaceVectors.of(list.gallery().samples(), embeddings, failed.keySet());
    FaceVectors probes = FaceVectors.of(list.probes().samples(), embeddings, failed.keySet());
    Path payload = work.payload();
    StoredSearch.write(payload, list, GallerySearch.similarities(gallery, probes));
    PartReports reports = StoredSearch.read(payload).measure(work.seed());
    StoredParts.write(payload, reports, failed);
  }
}
