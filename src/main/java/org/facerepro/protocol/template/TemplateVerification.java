package org.facerepro.protocol.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facerepro.core.Seed;
import org.facerepro.data.Embeddings;
import org.facerepro.image.Resampling;
import org.facerepro.metric.Far;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.EvaluationResult.Part;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.MirroredFace;
import org.facerepro.protocol.Scoring;
import org.facerepro.protocol.TemplateVerificationSet;
import org.facerepro.protocol.ijb.IjbOptions;
import org.facerepro.protocol.ijb.TemplateMetrics;
import org.facerepro.protocol.ijb.Templates;

/**
 * 1:1 comparisons of templates. Parts: {@code mean} over splits where there are several, then each
 * split.
 *
 * @param id of the protocol
 * @param parts lists of comparisons
 * @param faces of all templates
 * @param options how faces become templates
 * @param targets false accept rates reported
 * @param remarks upon the data and the options taken
 */
record TemplateVerification(
    String id,
    List<TemplateComparisons> parts,
    TemplateFaces faces,
    IjbOptions options,
    List<Far> targets,
    List<String> remarks)
    implements TemplateVerificationSet {

  TemplateVerification {
    parts = List.copyOf(parts);
    targets = List.copyOf(targets);
    remarks = List.copyOf(remarks);
  }

  @Override
  public Set<String> images() {
    return faces.catalogue().names();
  }

  @Override
  public Map<String, String> subjects() {
    Map<String, String> subjects = new HashMap<>();
    for (TemplateComparisons part : parts) {
      part.first().putSubjects(faces.catalogue(), subjects);
      part.second().putSubjects(faces.catalogue(), subjects);
    }
    return subjects;
  }

  @Override
  public String alignment() {
    return faces.alignment();
  }

  @Override
  public TemplateVerification with(Resampling resampling) {
    return new TemplateVerification(id, parts, faces.with(resampling), options, targets, remarks);
  }

  @Override
  public boolean takesLengths() {
    return true;
  }

  @Override
  public TemplateVerification with(MirroredFace held) {
    return new TemplateVerification(id, parts, faces, options.with(held), targets, remarks);
  }

  @Override
  public void forEachFace(FaceVisitor visitor) {
    faces.forEachFace(images(), visitor);
  }

  @Override
  public EvaluationResult evaluate(Embeddings embeddings, Map<String, String> failed, Seed seed) {
    Scoring.requireComplete(images(), embeddings, failed.keySet());
    TemplatePool pool = new TemplatePool(faces.catalogue(), embeddings, failed.keySet(), options);
    List<Part> results = new ArrayList<>();
    List<String> said = new ArrayList<>(remarks);
    said.addAll(options.remarks(embeddings));
    for (TemplateComparisons part : parts) {
      results.add(part(part, pool));
      pool.remarks().forEach(remark -> said.add(part.name() + ": " + remark));
      pool.clear();
    }
    return new EvaluationResult(id, EvaluationResult.withMean("mean", results), said);
  }

  private Part part(TemplateComparisons part, TemplatePool pool) {
    return TemplateMetrics.part(
        part.name(), templates(part, pool), part.pairs(), options.scale(), targets, 0);
  }

  private static Templates templates(TemplateComparisons part, TemplatePool pool) {
    Templates first = pool.of(part.first());
    if (part.first() == part.second()) {
      return first;
    }
    Templates second = pool.of(part.second());
    double[] both = new double[Math.multiplyExact(first.size() + second.size(), first.width())];
    System.arraycopy(first.toArray(), 0, both, 0, first.size() * first.width());
    System.arraycopy(
        second.toArray(), 0, both, first.size() * first.width(), second.size() * first.width());
    return Templates.takeOver(both, first.width());
  }
}
