package org.facerepro.report.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
      String name = each.spec().id() + ", " + each.scale();
      for (DataCard card : each.cards().values()) {
        sets.row(
            name,
            card.stage(),
            card.name(),
            card.realData(),
            Measured.count(card.pictures()),
            card.licence());
      }
      List<OutsideInput> inputs = each.first().inputs();
      for (OutsideInput input : inputs == null ? List.<OutsideInput>of() : inputs) {
        if (!each.cards().containsKey(input.stage())) {
          sets.row(
              name,
              input.stage(),
              input.name(),
              input.realData() ? "pictures of real people" : "none",
              "",
              input.licence());
        }
      }
    }
    return text.append(learnt).append(sets.hasRows() ? sets : "").toString();
  }

  /** Lists what the paper leaves open and was chosen here. */
  static String choices(List<Evidence> all) {
    Set<String> choices = new LinkedHashSet<>();
    all.forEach(each -> choices.addAll(each.spec().choices()));
    if (choices.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("## Our choices\n\nThe paper does not say:\n\n");
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
