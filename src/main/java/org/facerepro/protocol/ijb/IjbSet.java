package org.facerepro.protocol.ijb;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.facerepro.core.Seed;
import org.facerepro.data.Embeddings;
import org.facerepro.image.Resampling;
import org.facerepro.metric.Far;
import org.facerepro.metric.search.LeadingScores;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.metric.search.SearchScores;
import org.facerepro.metric.search.Searches;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.EvaluationResult.Part;
import org.facerepro.protocol.FaceSource;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.MirroredFace;
import org.facerepro.protocol.Scoring;
import org.facerepro.protocol.TemplateSearchSet;
import org.facerepro.protocol.TemplateSearches;
import org.facerepro.protocol.TemplateVerificationSet;
import org.facerepro.protocol.search.GallerySearch;

/**
 * A release of IJB-B or IJB-C by InsightFace: comparisons of templates (part {@code 1:1}), searches
 * in each gallery and their mean.
 *
 * <p>A face that failed is left out of its template; a template without any face fails, and so does
 * every comparison with it.
 */
final class IjbSet implements TemplateVerificationSet, TemplateSearchSet {
  private static final String MEAN = "mean";

  private final String id;
  private final IjbLists lists;
  private final FaceSource faces;
  private final IjbOptions options;
  private final List<String> remarks;

  IjbSet(String id, IjbLists lists, FaceSource faces, IjbOptions options, List<String> remarks) {
    this.id = id;
    this.lists = lists;
    this.faces = faces;
    this.options = options;
    this.remarks = List.copyOf(remarks);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Set<String> images() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(lists.faces().names()));
  }

  @Override
  public List<Far> targets() {
    return TemplateMetrics.TARGETS;
  }

  @Override
  public Map<String, String> subjects() {
    TemplateLayout layout = lists.layout();
    Map<String, String> subjects = new HashMap<>();
    for (int t = 0; t < layout.size(); t++) {
      int subject = lists.subject(layout.id(t));
      for (int at = layout.start(t); subject >= 0 && at < layout.end(t); at++) {
        subjects.put(lists.faces().names().get(layout.face(at)), Integer.toString(subject));
      }
    }
    return subjects;
  }

  @Override
  public String alignment() {
    return faces.alignment();
  }

  @Override
  public IjbSet with(Resampling resampling) {
    return new IjbSet(id, lists, faces.with(resampling), options, remarks);
  }

  @Override
  public boolean takesLengths() {
    return true;
  }

  @Override
  public IjbSet with(MirroredFace held) {
    return new IjbSet(id, lists, faces, options.with(held), remarks);
  }

  @Override
  public void forEachFace(FaceVisitor visitor) {
    faces.forEachFace(images(), visitor);
  }

  @Override
  public EvaluationResult evaluate(Embeddings embeddings, Map<String, String> failed, Seed seed) {
    Pooled pooled = pool(embeddings, failed);
    List<Part> parts = new ArrayList<>();
    parts.add(
        TemplateMetrics.part(
            "1:1", pooled.templates, lists.pairs(), options.scale(), targets(), lists.subjects()));
    List<Part> searches = new ArrayList<>();
    forEachSearch(
        pooled,
        (name, scores) ->
            searches.add(
                GallerySearch.report(name, Searches.of(scores), SearchRates.STANDARD, seed)));
    parts.addAll(EvaluationResult.withMean(MEAN, searches));
    return new EvaluationResult(id, parts, pooled.remarks);
  }

  /**
   * Searches both galleries.
   *
   * @throws org.facerepro.core.InvalidValueException if the declaration names none
   */
  @Override
  public TemplateSearches search(Embeddings embeddings, Map<String, String> failed, int impostors) {
    Pooled pooled = pool(embeddings, failed);
    List<TemplateSearches.Part> parts = new ArrayList<>();
    forEachSearch(
        pooled,
        (name, scores) ->
            parts.add(new TemplateSearches.Part(name, LeadingScores.of(scores, impostors))));
    return new TemplateSearches(List.of(new TemplateSearches.Kind(MEAN, parts)), pooled.remarks);
  }

  /** Templates of the faces that are there, and what is to be said of them. */
  private record Pooled(Templates templates, TemplateLayout layout, List<String> remarks) {}

  private Pooled pool(Embeddings embeddings, Map<String, String> failed) {
    BitSet missing = missing(embeddings, failed);
    TemplateLayout layout = lists.layout().without(missing);
    Templates templates = TemplatePooling.pool(rows(embeddings, missing), layout, options);
    return new Pooled(templates, layout, told(templates, missing, embeddings));
  }

  private BitSet missing(Embeddings embeddings, Map<String, String> failed) {
    Scoring.requireComplete(images(), embeddings, failed.keySet());
    BitSet missing = new BitSet();
    List<String> names = lists.faces().names();
    for (int f = 0; f < names.size(); f++) {
      missing.set(f, failed.containsKey(names.get(f)));
    }
    return missing;
  }

  private FaceRows rows(Embeddings embeddings, BitSet missing) {
    int width = embeddings.dimension();
    float[] row = new float[width];
    float[] rows = new float[Math.multiplyExact(width, lists.faces().size())];
    for (int f = 0; f < lists.faces().size(); f++) {
      if (!missing.get(f)) {
        embeddings.copyRow(lists.faces().names().get(f), row);
        System.arraycopy(row, 0, rows, f * width, width);
      }
    }
    return FaceRows.takeOver(rows, width, lists.detections().scores());
  }

  /** Searches one gallery after the other, for all similarities of two would take a gigabyte. */
  private void forEachSearch(Pooled pooled, BiConsumer<String, SearchScores> found) {
    TemplateSubjects probes = lists.probes();
    if (probes == null) {
      return;
    }
    lists
        .galleries()
        .forEach(
            (name, gallery) ->
                found.accept(
                    name, TemplateSearch.of(pooled.templates, pooled.layout, probes, gallery)));
  }

  private List<String> told(Templates templates, BitSet missing, Embeddings embeddings) {
    List<String> told = new ArrayList<>(remarks);
    told.addAll(options.remarks(embeddings));
    told.addAll(lists.remarks());
    int unmade = 0;
    for (int t = 0; t < templates.size(); t++) {
      unmade += templates.made(t) ? 0 : 1;
    }
    if (!missing.isEmpty()) {
      told.add(
          "%d faces failed and were left out of their templates, %d templates have none left"
              .formatted(missing.cardinality(), unmade));
    }
    return told;
  }
}
