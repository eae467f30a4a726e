package org.facerepro.protocol.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.SpecException;
import org.facerepro.metric.Far;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.Landmarks;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.Options;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.ijb.IjbOptions;

/** Collects the templates of a set while its files are read, and makes the set of them. */
final class TemplateSource {
  /** The folder of the official lists. */
  static final String PROTOCOL = "protocol";

  private static final String TASK = "task";

  private final ProtocolSource source;
  private final FaceCatalogue faces = new FaceCatalogue();
  private final Map<List<Path>, TemplateSet> sets = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();

  TemplateSource(ProtocolSource source) {
    this.source = source;
    remarks.add("options: " + source.options().describe());
  }

  static List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "the folder or archive of images and frames"),
        FileRole.required(PROTOCOL, "the folder of the official lists"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list by face"));
  }

  static List<LayoutOption> options() {
    List<LayoutOption> options = new ArrayList<>();
    options.add(LayoutOption.of(TASK, TemplateTask.VERIFICATION, "what is asked of templates"));
    options.addAll(TemplateOptions.ALL);
    return List.copyOf(options);
  }

  static Measurement measurement(Options options) {
    return switch (task(options)) {
      case VERIFICATION, COVARIATES -> Measurement.TEMPLATES;
      case IDENTIFICATION -> Measurement.TEMPLATE_SEARCHES;
    };
  }

  TemplateTask task() {
    return task(source.options());
  }

  static TemplateTask task(Options options) {
    return options.get(TASK, TemplateTask.class);
  }

  SpecException noTask() {
    return new SpecException(
        "%s has no %s".formatted(source.id(), TASK + " = " + source.options().get(TASK)));
  }

  Path folder() {
    return source.require(PROTOCOL);
  }

  /** Returns the templates of some files that share ids, read once. */
  TemplateSet read(Path... files) {
    return sets.computeIfAbsent(
        Arrays.asList(files),
        list -> {
          TemplateRows rows = new TemplateRows(faces);
          list.forEach(rows::read);
          remarks.addAll(rows.remarks());
          return rows.build();
        });
  }

  void remark(String remark) {
    remarks.add(remark);
  }

  EvaluationSet verification(List<TemplateComparisons> parts, List<Far> targets) {
    Map<String, Long> counts = counts();
    counts.put("splits", (long) parts.size());
    counts.put("comparisons", parts.stream().mapToLong(part -> part.pairs().size()).sum());
    counts.put("genuine", parts.stream().mapToLong(p -> p.pairs().genuineCount()).sum());
    parts.forEach(part -> remarks.addAll(part.remarks()));
    TemplateFaces pictures = finish(counts);
    return new TemplateVerification(source.id(), parts, pictures, pooling(), targets, remarks);
  }

  EvaluationSet identification(List<TemplateSearch> searches) {
    Map<String, Long> counts = counts();
    counts.put("searches", (long) searches.size());
    TemplateSearch first = searches.get(0);
    counts.put("probes", (long) first.probes().size());
    counts.put(
        "gallery",
        searches.stream()
            .filter(search -> search.kind().equals(first.kind()))
            .mapToLong(search -> search.gallery().size())
            .sum());
    searches.forEach(search -> remarks.addAll(search.remarks()));
    TemplateFaces pictures = finish(counts);
    return new TemplateIdentification(
        source.id(), searches, pictures, pooling(), SearchRates.STANDARD, remarks);
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("images", (long) faces.size());
    counts.put("templates", sets.values().stream().mapToLong(TemplateSet::size).sum());
    return counts;
  }

  private IjbOptions pooling() {
    return TemplateOptions.pooling(source.options());
  }

  private TemplateFaces finish(Map<String, Long> counts) {
    if (faces.conflicts() > 0) {
      remarks.add(
          "%d rows give a face other eyes or another nose than its first row, which counts"
              .formatted(faces.conflicts()));
    }
    remarks.addAll(source.check(counts, remarks));
    Optional<Path> list = source.find(FileRole.LANDMARKS);
    FaceCropper cropper =
        new FaceCropper(
            list.map(Landmarks::read).orElse(null),
            TemplateOptions.crop(source.options()),
            TemplateOptions.margin(source.options()));
    return new TemplateFaces(faces, source.tree(FileRole.IMAGES), cropper);
  }
}
