package org.facerepro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.facerepro.archive.submission.DefaultModel;
import org.facerepro.archive.submission.ResultsIndex;
import org.facerepro.core.EnumNames;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.PublishedBaseline;
import org.facerepro.experiment.Scale;
import org.facerepro.metric.Convention;
import org.facerepro.nn.Backbone;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what there is. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List experiments, protocols, data sets, models, conventions or baselines.")
final class ListCommand implements Callable<Integer> {

  enum Topic {
    EXPERIMENTS,
    PROTOCOLS,
    DATASETS,
    MODELS,
    CONVENTIONS,
    BASELINES
  }

  /**
   * One line of a listing.
   *
   * @param id how to name it
   * @param title what it is
   */
  record Item(String id, String title) {}

  /**
   * A listing as JSON.
   *
   * @param schema {@code facerepro/list/v1}
   * @param topic what is listed
   * @param items the things, by id
   */
  record Listing(String schema, String topic, List<Item> items) {}

  /** Names of intervals, spreads and sums, which stand beside numbers of many conventions. */
  private static final List<Item> FURTHER =
      List.of(
          new Item("wilson", "interval: score interval of a proportion"),
          new Item("clopper-pearson", "interval: exact interval of a proportion"),
          new Item("rule-of-three", "interval: 3/n above a rate of which nothing was seen"),
          new Item("delong", "interval: normal, variance by structural components of an area"),
          new Item("bootstrap-pair", "interval: percentiles over comparisons resampled by class"),
          new Item("bootstrap-subject", "interval: percentiles over resampled subjects"),
          new Item("student-seeds", "interval: Student's, of a mean over seeds"),
          new Item("seeds-subjects", "interval: the same, with the error that shared subjects add"),
          new Item("std-population", "spread: over folds or groups, divided by their number k"),
          new Item("std-sample", "spread: over folds or groups, divided by k - 1"),
          new Item("standard-error", "spread: std-sample over the root of k"),
          new Item("sum-numpy-pairwise", "sum: eight running sums in blocks of 128, then pairwise"),
          new Item("sum-numpy-x86", "sum: einsum's order on x86 processors"),
          new Item("sum-sequential", "sum: one term after the other"),
          new Item("cast-numpy1", "cast: a float64 scalar beside a float32 array becomes float32"),
          new Item("cast-numpy2", "cast: a float64 scalar beside a float32 array stays float64"));

  @Parameters(
      index = "0",
      defaultValue = "experiments",
      paramLabel = "WHAT",
      description = "experiments (default), protocols, datasets, models, conventions or baselines.")
  private Topic topic = Topic.EXPERIMENTS;

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    List<Item> items =
        switch (topic) {
          case EXPERIMENTS -> titles(Home.experiments(), ListCommand::experimentTitle);
          case PROTOCOLS -> titles(Home.protocols(), ListCommand::protocolTitle);
          case DATASETS -> datasets();
          case MODELS -> models();
          case CONVENTIONS -> conventions();
          case BASELINES -> baselines();
        };
    TextTable table = new TextTable(EnumNames.of(topic), "");
    items.forEach(item -> table.row(item.id(), item.title()));
    Listing listing = new Listing("facerepro/list/v1", EnumNames.of(topic), items);
    output.write(command.commandLine().getOut(), table.toString(), listing);
    return ExitCode.OK;
  }

  private static List<Item> conventions() {
    Stream<Item> rules =
        Arrays.stream(Convention.values())
            .map(c -> new Item(c.id(), c.followedBy() + ": " + c.rule()));
    return Stream.concat(rules, FURTHER.stream()).toList();
  }

  private interface Title {
    String of(Path file);
  }

  private static List<Item> titles(Map<String, Path> files, Title title) {
    List<Item> items = new ArrayList<>();
    files.forEach((id, file) -> items.add(new Item(id, title.of(file))));
    return items;
  }

  private static String experimentTitle(Path file) {
    return ExperimentSpec.read(file, Scale.EMBEDDED).title();
  }

  private static String protocolTitle(Path file) {
    return ProtocolDeclaration.read(file).title();
  }

  private static List<Item> datasets() {
    return Home.protocols().values().stream()
        .map(ProtocolDeclaration::read)
        .filter(ProtocolDeclaration::realData)
        .map(declaration -> new Item(declaration.id(), declaration.licence()))
        .toList();
  }

  private static List<Item> baselines() {
    return PublishedBaseline.readAll(Home.folder()).stream()
        .map(row -> new Item(row.id(), row.value() + " " + row.unit() + ", " + row.status()))
        .toList();
  }

  private static List<Item> models() {
    Stream<Item> published = DefaultModel.entry(Home.results()).stream().map(ListCommand::model);
    Stream<Item> backbones =
        Arrays.stream(Backbone.values())
            .map(backbone -> new Item(EnumNames.of(backbone), modelTitle(backbone)));
    return Stream.concat(published, backbones).toList();
  }

  private static Item model(ResultsIndex.Entry entry) {
    return new Item(
        "default",
        "%s, the model of %s: 'leaderboard' lists all".formatted(entry.title(), entry.path()));
  }

  private static String modelTitle(Backbone backbone) {
    int side = backbone.inputSize();
    return "backbone of %s, %d x %d into %d"
        .formatted(backbone.source(), side, side, backbone.embeddingSize());
  }
}
