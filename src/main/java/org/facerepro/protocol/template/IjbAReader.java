package org.facerepro.protocol.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.metric.Far;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.Options;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.ProtocolSource;

/**
 * IJB-A (CS2): ten splits, 1:1 or 1:N. Splits that are not there are left out and named; template
 * ids of different splits have nothing to do with each other.
 */
public final class IjbAReader implements LayoutReader {
  private static final int SPLITS = 10;
  private static final List<Far> TARGETS =
      List.of(Far.parse("1e-1"), Far.parse("1e-2"), Far.parse("1e-3"));

  @Override
  public List<FileRole> roles() {
    return TemplateSource.roles();
  }

  @Override
  public List<LayoutOption> options() {
    return TemplateSource.options();
  }

  @Override
  public boolean needsAlignment() {
    return false;
  }

  @Override
  public List<Measurement> measurements(ProtocolDeclaration declaration) {
    return List.of(TemplateSource.measurement(declaration.optionsInForce()));
  }

  @Override
  public List<Far> targets() {
    return TARGETS;
  }

  @Override
  public Optional<List<String>> parts(Measurement asked, Options options) {
    return Optional.of(IntStream.rangeClosed(1, SPLITS).mapToObj(IjbAReader::name).toList());
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    TemplateSource templates = new TemplateSource(source);
    return switch (templates.task()) {
      case VERIFICATION -> verification(templates);
      case IDENTIFICATION -> identification(templates);
      case COVARIATES -> throw templates.noTask();
    };
  }

  private static EvaluationSet verification(TemplateSource templates) {
    List<TemplateComparisons> parts = new ArrayList<>();
    for (int split : splits(templates)) {
      Path folder = folder(templates, split);
      TemplateSet set = templates.read(folder.resolve("verify_metadata_" + split + ".csv"));
      Path list = folder.resolve("verify_comparisons_" + split + ".csv");
      parts.add(TemplateComparisons.read(name(split), list, set, set));
    }
    return templates.verification(parts, TARGETS);
  }

  private static EvaluationSet identification(TemplateSource templates) {
    List<TemplateSearch> searches = new ArrayList<>();
    for (int split : splits(templates)) {
      Path folder = folder(templates, split);
      searches.add(
          new TemplateSearch(
              name(split),
              "",
              templates.read(folder.resolve("search_gallery_" + split + ".csv")),
              templates.read(folder.resolve("search_probe_" + split + ".csv"))));
    }
    return templates.identification(searches);
  }

  private static String name(int split) {
    return "split-" + split;
  }

  private static Path folder(TemplateSource templates, int split) {
    return templates.folder().resolve("split" + split);
  }

  private static List<Integer> splits(TemplateSource templates) {
    List<Integer> present = new ArrayList<>();
    List<Integer> missing = new ArrayList<>();
    for (int split = 1; split <= SPLITS; split++) {
      (Files.isDirectory(folder(templates, split)) ? present : missing).add(split);
    }
    if (present.isEmpty()) {
      throw new DataUnavailableException(
          "%s holds none of split1 to split%d".formatted(templates.folder(), SPLITS));
    }
    if (!missing.isEmpty()) {
      templates.remark("splits %s are not there and are left out".formatted(missing));
    }
    return present;
  }
}
