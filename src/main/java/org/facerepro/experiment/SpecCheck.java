package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.NearNames;
import org.facerepro.core.Require;
import org.facerepro.core.SpecException;
import org.facerepro.metric.Far;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.ProtocolDeclaration;

/**
 * Mistakes in a specification that show only beside the project's protocols and published figures.
 * No data is looked at, so that all of them show before any work.
 */
public final class SpecCheck {
  private final ExperimentSpec spec;
  private final Path home;
  private final KnownParts parts;
  private final Map<String, Declared> protocols = new HashMap<>();

  private SpecCheck(ExperimentSpec spec, Path home) {
    this.spec = spec;
    this.home = home;
    this.parts = new KnownParts(spec);
  }

  /** A protocol, and what it asks of embeddings. */
  private record Declared(ProtocolDeclaration declaration, List<Measurement> asked) {
    String words() {
      return asked.stream().map(Measurement::words).collect(Collectors.joining(" and "));
    }
  }

  /**
   * Holds a specification against a project.
   *
   * @param home folder of the project
   * @throws InvalidValueException with the path of keys to the first mistake
   */
  public static void check(ExperimentSpec spec, Path home) {
    requirePublished(spec.reproduces(), home);
    SpecCheck check = new SpecCheck(spec, home);
    spec.stages().forEach(check::stage);
    spec.gates().forEach(check::gate);
    spec.plots().forEach(check::plot);
  }

  private static void requirePublished(String reproduces, Path home) {
    if (reproduces.equals(ExperimentSpec.NOTHING)) {
      return;
    }
    Set<String> tables = new TreeSet<>();
    PublishedBaseline.readAll(home).forEach(row -> tables.add(row.paper() + ", " + row.table()));
    if (!tables.contains(reproduces)) {
      throw new InvalidValueException(
          "reproduces",
          "a paper and table of baselines/published.csv" + NearNames.hint(reproduces, tables),
          "'" + reproduces + "'");
    }
  }

  private void stage(String name, Stage stage) {
    if (stage instanceof Stage.Embed embed) {
      embedding(name, embed);
    } else if (stage instanceof Stage.Collect collect) {
      collecting(name, collect);
    } else if (stage instanceof Stage.Measuring measuring) {
      measuring(name, measuring);
    }
  }

  private void embedding(String name, Stage.Embed stage) {
    Declared protocol = embedded(name, stage);
    String key = key(name, "faces");
    String made = stage.faces();
    Stage faces = made == null ? null : spec.stage(made);
    String given = made == null ? "none" : "'" + made + "'";
    String named = "protocol '" + stage.protocol() + "'";
    switch (protocol.declaration().layout()) {
      case GENERATED ->
          Require.that(
              faces instanceof Stage.Generate,
              key,
              "a stage of kind generate, for " + named + " is drawn from generated faces",
              given);
      case MULTIPIE ->
          Require.that(
              faces == null || faces instanceof Stage.MultiPie,
              key,
              "none or a stage of kind multi-pie, for " + named + " is read from a tree",
              given);
      default ->
          Require.that(faces == null, key, "none, for " + named + " brings its own images", given);
    }
  }

  private void collecting(String name, Stage.Collect stage) {
    String key = key(name, "apart/protocols");
    for (String protocol : stage.strangers().protocols()) {
      Declared apart = declared(key, protocol);
      Require.that(
          !apart.declaration().isGenerated(),
          key,
          "protocols of real faces",
          "'" + protocol + "', which is generated");
      Require.that(
          apart.asked().equals(List.of(Measurement.COUPLES)),
          key,
          "a protocol that " + Measurement.COUPLES.words(),
          "'%s', which %s".formatted(protocol, apart.words()));
    }
  }

  private void measuring(String name, Stage.Measuring stage) {
    Stage.Embed source = source(stage);
    Declared protocol = embedded(stage.embeddings(), source);
    List<Class<? extends Stage.Measuring>> kinds =
        protocol.asked().stream().flatMap(asked -> kinds(asked).stream()).toList();
    Require.that(
        !kinds.isEmpty(),
        key(stage.embeddings(), "protocol"),
        "another protocol, for no kind of stage measures one that " + protocol.words() + " yet",
        "'" + source.protocol() + "'");
    Require.that(
        kinds.contains(stage.getClass()),
        key(name, "kind"),
        "a stage of kind %s, for protocol '%s' %s"
            .formatted(words(kinds), source.protocol(), protocol.words()),
        EnumNames.ofType(stage.getClass()));
  }

  /** Returns the kinds of stages that measure it. */
  private static List<Class<? extends Stage.Measuring>> kinds(Measurement asked) {
    return switch (asked) {
      case COUPLES -> List.of(Stage.Verify.class, Stage.VerifyGroups.class);
      case SEARCHES -> List.of(Stage.Search.class);
      case TEMPLATES -> List.of(Stage.VerifyTemplates.class);
      case TEMPLATE_SEARCHES -> List.of(Stage.SearchTemplates.class);
      case ALL_WITH_ALL -> List.of();
    };
  }

  private static String words(List<Class<? extends Stage.Measuring>> kinds) {
    return kinds.stream().map(EnumNames::ofType).collect(Collectors.joining(" or "));
  }

  private void gate(String name, Gate gate) {
    gate.metrics().forEach(metric -> reported("gates/" + name + "/metric", metric));
  }

  private void plot(String name, Plot plot) {
    for (String series : plot.series().keySet()) {
      String key = "plots/" + name + "/series/" + series;
      plot.metrics(series).forEach(metric -> reported(key, metric));
    }
  }

  private void reported(String key, StageMetric metric) {
    Stage.Measuring stage = (Stage.Measuring) spec.stage(metric.stage());
    Stage.Embed source = source(stage);
    Declared protocol = embedded(stage.embeddings(), source);
    if (stage instanceof Stage.VerifyTemplates) {
      requireRate(key, metric, source.protocol(), protocol.declaration().targets());
    }
    parts.check(key, metric, source, protocol.declaration(), asked(stage, protocol));
  }

  /** Each protocol of templates has false accept rates of its own, and reports at no other. */
  private static void requireRate(
      String key, StageMetric metric, String protocol, List<Far> targets) {
    Far far = metric.path().metric().far();
    if (far != null && !targets.contains(far)) {
      throw new InvalidValueException(
          key,
          "a metric that protocol '%s' reports: %s"
              .formatted(protocol, MeasuredMetrics.ofTemplates(targets).names()),
          metric);
    }
  }

  /** A stage was checked to be of a kind that measures what its protocol asks for. */
  private static Measurement asked(Stage.Measuring stage, Declared protocol) {
    return protocol.asked().stream()
        .filter(asked -> kinds(asked).contains(stage.getClass()))
        .findFirst()
        .orElseThrow();
  }

  /** The graph of the stages lets no other kind through. */
  private Stage.Embed source(Stage.Measuring stage) {
    return (Stage.Embed) spec.stage(stage.embeddings());
  }

  private Declared embedded(String name, Stage.Embed stage) {
    return declared(key(name, "protocol"), stage.protocol());
  }

  /** Reads each protocol once, however many stages name it. */
  private Declared declared(String key, String reference) {
    return protocols.computeIfAbsent(reference, named -> read(key, named));
  }

  private Declared read(String key, String reference) {
    try {
      ProtocolDeclaration declaration = ProtocolData.declaration(reference, home);
      return new Declared(declaration, declaration.measurements());
    } catch (SpecException e) {
      throw new InvalidValueException(
          key, "a protocol of the project (" + e.getMessage() + ")", "'" + reference + "'");
    }
  }

  private static String key(String stage, String member) {
    return "stages/" + stage + "/" + member;
  }
}
