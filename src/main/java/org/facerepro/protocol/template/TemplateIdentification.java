package org.facerepro.protocol.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.facerepro.core.Seed;
import org.facerepro.data.Embeddings;
import org.facerepro.image.Resampling;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.EvaluationResult.Part;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.MirroredFace;
import org.facerepro.protocol.Scoring;
import org.facerepro.protocol.TemplateSearchSet;
import org.facerepro.protocol.TemplateSearches;
import org.facerepro.protocol.ijb.IjbOptions;
import org.facerepro.protocol.ijb.Templates;
import org.facerepro.protocol.search.FaceVectors;
import org.facerepro.protocol.search.GallerySearch;

/**
 * 1:N searches of templates, closed and open set at once: probes whose subject is in the gallery
 * are mated, the others tell false alarms. Parts: for each kind of probes the {@code mean} over
 * splits or galleries where there are several, then each.
 *
 * @param id of the protocol
 * @param searches those of one kind together
 * @param faces of all templates
 * @param options how faces become templates
 * @param rates what is reported
 * @param remarks upon the data and the options taken
 */
record TemplateIdentification(
    String id,
    List<TemplateSearch> searches,
    TemplateFaces faces,
    IjbOptions options,
    SearchRates rates,
    List<String> remarks)
    implements TemplateSearchSet {

  TemplateIdentification {
    searches = List.copyOf(searches);
    remarks = List.copyOf(remarks);
  }

  @Override
  public Set<String> images() {
    return faces.catalogue().names();
  }

  @Override
  public Map<String, String> subjects() {
    Map<String, String> subjects = new HashMap<>();
    for (TemplateSearch search : searches) {
      search.gallery().putSubjects(faces.catalogue(), subjects);
      search.probes().putSubjects(faces.catalogue(), subjects);
    }
    return subjects;
  }

  @Override
  public String alignment() {
    return faces.alignment();
  }

  @Override
  public TemplateIdentification with(Resampling resampling) {
    return new TemplateIdentification(
        id, searches, faces.with(resampling), options, rates, remarks);
  }

  @Override
  public boolean takesLengths() {
    return true;
  }

  @Override
  public TemplateIdentification with(MirroredFace held) {
    return new TemplateIdentification(id, searches, faces, options.with(held), rates, remarks);
  }

  @Override
  public void forEachFace(FaceVisitor visitor) {
    faces.forEachFace(images(), visitor);
  }

  @Override
  public EvaluationResult evaluate(Embeddings embeddings, Map<String, String> failed, Seed seed) {
    TemplatePool pool = pool(embeddings, failed.keySet());
    Map<String, List<Part>> byKind = byKind(search -> report(search, pool, seed));
    List<Part> parts = new ArrayList<>();
    byKind.forEach((kind, of) -> parts.addAll(EvaluationResult.withMean(mean(kind), of)));
    return new EvaluationResult(id, parts, said(pool, embeddings));
  }

  private Part report(TemplateSearch search, TemplatePool pool, Seed seed) {
    return GallerySearch.report(
        search.part(),
        vectors(pool, search.gallery()),
        vectors(pool, search.probes()),
        rates,
        seed);
  }

  @Override
  public TemplateSearches search(Embeddings embeddings, Map<String, String> failed, int impostors) {
    TemplatePool pool = pool(embeddings, failed.keySet());
    Map<String, List<TemplateSearches.Part>> byKind =
        byKind(search -> leading(search, pool, impostors));
    List<TemplateSearches.Kind> kinds = new ArrayList<>();
    byKind.forEach((kind, of) -> kinds.add(new TemplateSearches.Kind(mean(kind), of)));
    return new TemplateSearches(kinds, said(pool, embeddings));
  }

  private static TemplateSearches.Part leading(
      TemplateSearch search, TemplatePool pool, int impostors) {
    return new TemplateSearches.Part(
        search.name(),
        GallerySearch.leading(
            search.part(),
            vectors(pool, search.gallery()),
            vectors(pool, search.probes()),
            impostors));
  }

  private TemplatePool pool(Embeddings embeddings, Set<String> failed) {
    Scoring.requireComplete(images(), embeddings, failed);
    return new TemplatePool(faces.catalogue(), embeddings, failed, options);
  }

  private <T> Map<String, List<T>> byKind(Function<TemplateSearch, T> searched) {
    Map<String, List<T>> byKind = new LinkedHashMap<>();
    for (TemplateSearch search : searches) {
      byKind.computeIfAbsent(search.kind(), kind -> new ArrayList<>()).add(searched.apply(search));
    }
    return byKind;
  }

  /** Names the mean of the searches of a kind. */
  static String mean(String kind) {
    return kind.isEmpty() ? "mean" : kind + "-mean";
  }

  private List<String> said(TemplatePool pool, Embeddings embeddings) {
    List<String> said = new ArrayList<>(remarks);
    said.addAll(options.remarks(embeddings));
    said.addAll(pool.remarks());
    return said;
  }

  private static FaceVectors vectors(TemplatePool pool, TemplateSet set) {
    Templates templates = pool.of(set);
    double[] rows = templates.toArray();
    float[] rounded = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rounded[i] = Double.isNaN(rows[i]) ? 0 : (float) rows[i];
    }
    return FaceVectors.takeOver(rounded, templates.width());
  }
}
