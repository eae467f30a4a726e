package org.facerepro.protocol.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.facerepro.protocol.ijb.TemplateMetrics;

/**
 * IJB-B and IJB-C as NIST distributes them: {@code ijbb_*.csv} or {@code ijbc_*.csv} in one folder,
 * or the folders {@code test1}, {@code test2} and {@code test4} of the newer drop.
 */
public final class IjbNistReader implements LayoutReader {
  private static final List<String> TESTS = List.of("test1", "test2");

  /** The kind of probes that a protocol leads with. */
  private static final String LEADING = "mixed";

  private static final List<String> KINDS = List.of(LEADING, "img", "video");

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
    return TemplateMetrics.TARGETS;
  }

  /** Which of both forms it is, and so which of the galleries there are, the files tell. */
  @Override
  public Optional<List<String>> parts(Measurement asked, Options options) {
    return Optional.of(
        switch (TemplateSource.task(options)) {
          case VERIFICATION -> TESTS;
          case COVARIATES -> List.of();
          case IDENTIFICATION -> searched();
        });
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    TemplateSource templates = new TemplateSource(source);
    IjbNames names = IjbNames.in(templates.folder());
    return switch (templates.task()) {
      case VERIFICATION -> templates.verification(verification(templates, names), targets());
      case COVARIATES -> templates.verification(List.of(covariates(templates, names)), targets());
      case IDENTIFICATION -> templates.identification(searches(templates, names));
    };
  }

  private static List<String> searched() {
    List<String> names = new ArrayList<>();
    for (String kind : KINDS) {
      if (!kind.equals(LEADING)) {
        names.add(TemplateIdentification.mean(kind));
      }
      IjbNames.GALLERIES.forEach(gallery -> names.add(part(kind, gallery)));
    }
    return List.copyOf(names);
  }

  private static String part(String kind, String gallery) {
    return kind + "-" + gallery;
  }

  private static List<TemplateComparisons> verification(TemplateSource templates, IjbNames names) {
    if (names.isNewer()) {
      return newerVerification(templates, names);
    }
    List<Path> files = new ArrayList<>();
    names.galleries().forEach(gallery -> files.add(names.gallery(gallery)));
    files.add(names.probes(LEADING));
    TemplateSet all = templates.read(files.toArray(Path[]::new));
    return List.of(TemplateComparisons.read("all", names.matches(), all, all));
  }

  private static List<TemplateComparisons> newerVerification(
      TemplateSource templates, IjbNames names) {
    List<TemplateComparisons> parts = new ArrayList<>();
    for (String test : TESTS) {
      Path folder = names.folder().resolve(test);
      if (Files.isDirectory(folder)) {
        TemplateSet enrolled = templates.read(folder.resolve("enroll_templates.csv"));
        TemplateSet verified = templates.read(folder.resolve("verif_templates.csv"));
        Path list = folder.resolve("match.csv");
        parts.add(TemplateComparisons.read(test, list, enrolled, verified));
      } else {
        templates.remark(test + " is not there and is left out");
      }
    }
    if (parts.isEmpty()) {
      throw new DataUnavailableException(names.folder() + " holds neither test1 nor test2");
    }
    return parts;
  }

  private static TemplateComparisons covariates(TemplateSource templates, IjbNames names) {
    templates.remark(
        "unconfirmed: the first column of the covariate list is taken to name references, the"
            + " second probes");
    return TemplateComparisons.read(
        "covariates",
        names.covariates("matches"),
        templates.read(names.covariates("reference_metadata")),
        templates.read(names.covariates("probe_metadata")));
  }

  private static List<TemplateSearch> searches(TemplateSource templates, IjbNames names) {
    List<TemplateSearch> searches = new ArrayList<>();
    List<String> kinds = names.isNewer() ? List.of(LEADING) : KINDS;
    for (String kind : kinds) {
      if (!Files.exists(names.probes(kind)) && !kind.equals(LEADING)) {
        templates.remark(kind + " probes are not there and are left out");
        continue;
      }
      TemplateSet probes = templates.read(names.probes(kind));
      for (String gallery : names.galleries()) {
        TemplateSet enrolled = templates.read(names.gallery(gallery));
        searches.add(new TemplateSearch(part(kind, gallery), kind, enrolled, probes));
      }
    }
    return searches;
  }
}
