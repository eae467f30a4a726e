package org.facerepro.report.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.facerepro.archive.DataCard;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.OutsideInput;

/** What the numbers rest on: data, choices, archives, commands. */
final class SourceSection {
  private SourceSection() {}

  /** Says which real faces were used for what, and lists all data. */
  static String data(List<Evidence> all) {
    StringBuilder text = new StringBuilder("## Data\n\n");
    MarkdownTable learnt = new MarkdownTable("experiment", "real faces in training");
    all.forEach(
        each -> learnt.row(each.spec().id() + ", " + each.scale(), each.first().realData()));
    MarkdownTable sets =
        new MarkdownTable("experiment", "stage", "data", "real people", "pictures", "licence");
    for (Evidence each : all) {
      sets(each)
          .forEach(
              (set, pictures) ->
                  sets.row(
                      each.spec().id() + ", " + each.scale(),
                      set.stage(),
                      set.name(),
                      set.realData(),
                      pictures.stream().map(Measured::count).collect(Collectors.joining(" / ")),
                      set.licence()));
    }
    return text.append(learnt).append(sets.hasRows() ? sets : "").toString();
  }

  /** Data of a stage and its arms that differ in nothing but how many pictures there are. */
  private record DataSet(String stage, String name, String realData, String licence) {}

  private static Map<DataSet, Set<Long>> sets(Evidence evidence) {
    Map<DataSet, Set<Long>> sets = new LinkedHashMap<>();
    for (DataCard card : evidence.cards().values()) {
      String stage = ReportName.of(card.stage()).test();
      DataSet set = new DataSet(stage, card.name(), card.realData(), card.licence());
      sets.computeIfAbsent(set, first -> new TreeSet<>()).add((long) card.pictures());
    }
    List<OutsideInput> inputs = evidence.first().inputs();
    for (OutsideInput input : inputs == null ? List.<OutsideInput>of() : inputs) {
      if (!evidence.cards().containsKey(input.stage())) {
        String people = input.realData() ? "pictures of real people" : "none";
        String stage = ReportName.of(input.stage()).test();
        sets.putIfAbsent(
            new DataSet(stage, input.name(), people, input.licence()), new TreeSet<>());
      }
    }
    return sets;
  }

  /** Lists what the paper leaves open, or does in another way, and was chosen here. */
  static String choices(List<Evidence> all) {
    Set<String> choices = new LinkedHashSet<>();
    all.forEach(each -> choices.addAll(each.spec().choices()));
    if (choices.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder("## Our choices\n\nThe paper does not say, or says otherwise:\n\n");
    choices.forEach(choice -> text.append("- ").append(MarkdownTable.cell(choice)).append('\n'));
    return text.append('\n').toString();
  }

  /** Lists the archives with their digests. */
  static String archives(List<Evidence> all) {
    MarkdownTable table =
        new MarkdownTable("archive", "SHA-256", "experiment", "seeds", "verdict", "made by");
    for (Evidence each : all) {
      table.row(
          "`" + each.archive() + "`",
          "`" + each.sha256() + "`",
          each.spec().id() + ", " + each.scale(),
          each.seeds(),
          each.verdict(),
          each.environment().map(SourceSection::maker).orElse(""));
    }
    return "## Archives\n\n" + table;
  }

  private static String maker(Environment environment) {
    return "FaceRepro %s (%s), %s, %s"
        .formatted(
            environment.facerepro(),
            environment.revision(),
            environment.cpu(),
            environment.compute().device());
  }

  /** Gives the commands that make and check everything again. */
  static String commands(List<Evidence> all, String pageCommand) {
    StringBuilder text = new StringBuilder("## How to run it again\n\n```sh\n");
    for (Evidence each : all) {
      List<OutsideInput> inputs = each.first().inputs();
      text.append("./facerepro run ")
          .append(each.spec().id())
          .append(" --scale ")
          .append(each.scale())
          .append(" --seeds ")
          .append(each.seeds())
          .append(inputs == null || inputs.isEmpty() ? "" : " --data DIR")
          .append('\n');
    }
    all.forEach(
        each -> text.append("./facerepro archive recompute ").append(each.archive()).append('\n'));
    return text.append(pageCommand).append(" --check\n```\n\n").toString();
  }
}
