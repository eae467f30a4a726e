package org.facerepro.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facerepro.archive.DataCard;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.experiment.Renormalise;
import org.facerepro.experiment.Stage;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.train.TrainSpec;

/** What was made, learnt and measured, stage by stage, and what arms change. */
final class SetupSection {
  private SetupSection() {}

  static String of(List<Evidence> all) {
    StringBuilder text = new StringBuilder("## Set-up\n\n");
    for (Evidence each : all) {
      text.append("### %s, %s\n\n".formatted(each.spec().id(), each.scale()));
      MarkdownTable stages = new MarkdownTable("stage", "kind", "what", "reads", "pictures");
      MarkdownTable arms = new MarkdownTable("arm", "stage", "differs in");
      each.spec()
          .stages()
          .forEach(
              (name, stage) -> {
                ReportName parts = ReportName.of(name);
                if (parts.arm().isEmpty()) {
                  stages.row(name, stage.kind(), what(stage), reads(stage), pictures(each, name));
                } else {
                  String changes = changes(each, parts, stage);
                  if (!changes.isEmpty()) {
                    arms.row(parts.arm(), parts.test(), changes);
                  }
                }
              });
      text.append(stages).append(arms.hasRows() ? arms : "");
    }
    return text.toString();
  }

  private static String what(Stage stage) {
    if (stage instanceof Stage.Generate generate) {
      return faces(generate.generator());
    }
    if (stage instanceof Stage.MultiPie rendered) {
      return faces(rendered.generator()) + " sessions in the tree of Multi-PIE";
    }
    if (stage instanceof Stage.Collect collect) {
      return "real faces: " + String.join(", ", collect.pictures().subList(0, 1));
    }
    if (stage instanceof Stage.Embed embed) {
      return "protocol `%s`%s".formatted(embed.protocol(), embed.flip() ? ", mirrored too" : "");
    }
    if (stage instanceof Stage.Ensemble ensemble) {
      return "%d networks side by side".formatted(ensemble.members().size());
    }
    if (stage instanceof Renormalise) {
      return "batch normalisation by the statistics of these faces, nothing learnt";
    }
    return stage instanceof Stage.Train train ? recipe(train.recipe()) : "";
  }

  private static String faces(GeneratorSpec generator) {
    return "%s, %s subjects × %s"
        .formatted(
            EnumNames.of(generator.domain()),
            Measured.count(generator.subjects()),
            Measured.count(generator.samplesPerSubject()));
  }

  private static String recipe(TrainSpec recipe) {
    return "%s, input %d, embedding %d, %s, %d epochs of batches of %d"
        .formatted(
            EnumNames.of(recipe.network().backbone()),
            recipe.network().inputSize(),
            recipe.network().embeddingSize(),
            EnumNames.ofType(recipe.loss().getClass()),
            recipe.epochs(),
            recipe.batchSize());
  }

  private static String reads(Stage stage) {
    return stage.inputs().entrySet().stream()
        .map(input -> input.getKey() + " " + input.getValue().stage())
        .collect(Collectors.joining(", "));
  }

  private static String pictures(Evidence evidence, String stage) {
    DataCard card = evidence.cards().get(stage);
    return card == null ? "" : Measured.count(card.pictures());
  }

  private static String changes(Evidence evidence, ReportName name, Stage stage) {
    Stage usual = evidence.spec().stages().get(name.test());
    Map<String, String> before = new LinkedHashMap<>();
    if (usual != null) {
      flatten("", Json.tree(usual), before);
    }
    Map<String, String> now = new LinkedHashMap<>();
    flatten("", Json.tree(stage.reading(input -> ReportName.of(input).test())), now);
    List<String> changes = new ArrayList<>();
    now.forEach(
        (key, value) -> {
          if (!value.equals(before.get(key))) {
            changes.add("%s: %s".formatted(key, value));
          }
        });
    new TreeMap<>(before)
        .keySet().stream()
            .filter(key -> !now.containsKey(key))
            .forEach(key -> changes.add("no " + key));
    return changes.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
  }

  private static void flatten(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  flatten(
                      path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                      member.getValue(),
                      into));
    } else {
      into.put(path, node.isTextual() ? node.textValue() : node.toString());
    }
  }
}
