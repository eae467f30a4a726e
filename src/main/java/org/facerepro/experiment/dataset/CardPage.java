package org.facerepro.experiment.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.face.law.Law;
import org.facerepro.face.model.ModelCard;
import org.facerepro.face.truth.AttributeHistogram;
import org.jspecify.annotations.Nullable;

/** Writes a card for people, in Markdown. */
final class CardPage {
  /** There are hundreds of them; their spread is in the JSON form. */
  private static final String COEFFICIENTS = "(shape|colour|expression)\\..*";

  private static final String BARS = "▁▂▃▄▅▆▇█";

  private final StringBuilder text = new StringBuilder();

  private CardPage() {}

  static String of(SetCard card) {
    CardPage page = new CardPage();
    page.head(card);
    page.laws(card.laws());
    page.distances(card);
    page.numbers(card.attributes().numbers());
    page.categories(card.attributes().categories());
    page.labels(card.labels());
    page.files(card);
    return page.text.toString();
  }

  private void head(SetCard card) {
    SetCard.Pictures pictures = card.pictures();
    line(
        "# %s: %d generated subjects, %d pictures of each",
        card.name(), card.subjects(), card.samplesPerSubject());
    line("");
    line("No picture shows a person who exists. Real data: %s.", card.realDataUse());
    line("");
    line("| | |");
    line("|---|---|");
    line(
        "| pictures | %d, %s, %d × %d pixels |",
        pictures.count(), pictures.format(), pictures.side(), pictures.side());
    line(
        "| bytes | %d; of one %d to %d, mean %.0f |",
        pictures.bytes(), pictures.minBytes(), pictures.maxBytes(), pictures.meanBytes());
    line("| layout | %s |", EnumNames.of(card.recipe().format()));
    line("| licence | %s |", card.licence());
    model(card.model());
    line("| seed | %d |", card.recipe().seed());
    line("| generator | version %s |", card.recipe().version());
    line("");
    line("## Specification");
    line("");
    line("```json");
    text.append(new String(Json.pretty(card.recipe().generator()), UTF_8));
    line("```");
  }

  private void model(@Nullable ModelCard model) {
    if (model == null) {
      return;
    }
    line("| model | %s |", model.title());
    line("| source of the model | %s |", model.source());
    if (model.sha256() != null) {
      line("| SHA-256 of the model | %s |", model.sha256());
    }
    line(
        "| components of the model | %d of shape, %d of colour, %d of expression; %d vertices |",
        model.counts().shape(),
        model.counts().colour(),
        model.counts().expression(),
        model.counts().vertices());
  }

  private void distances(SetCard card) {
    SubjectDistances distances = card.distances();
    if (distances == null) {
      return;
    }
    line("");
    line("## Distances between subjects");
    line("");
    line(
        "Root mean square difference of %d coefficients of shape and colour, in standard deviations"
            + " of the model and as `minimumDistance` counts it, of %d subjects to their nearest"
            + " neighbour: smallest %.3f (%s and %s), 5 %% below %.3f, median %.3f, largest %.3f.",
        distances.coefficients(),
        distances.compared(),
        distances.smallest(),
        distances.one(),
        distances.other(),
        distances.fifthPercentile(),
        distances.median(),
        distances.largest());
  }

  private void numbers(Map<String, NumberSummary> numbers) {
    line("");
    line("## What the pictures show");
    line("");
    line("| parameter | mean | sd | from | to | spread |");
    line("|---|---|---|---|---|---|");
    new TreeMap<>(numbers)
        .forEach(
            (path, summary) -> {
              if (!path.matches(COEFFICIENTS)) {
                line(
                    "| %s | %.3g | %.3g | %.3g | %.3g | %s |",
                    path,
                    summary.mean(),
                    summary.sd(),
                    summary.min(),
                    summary.max(),
                    bars(summary));
              }
            });
  }

  private static String bars(NumberSummary summary) {
    long highest = summary.bins().stream().mapToLong(Long::longValue).max().orElse(1);
    int top = BARS.length() - 1;
    return summary.bins().stream()
        .map(
            n ->
                n == 0
                    ? " "
                    : BARS.substring((int) (n * top / highest), (int) (n * top / highest) + 1))
        .collect(Collectors.joining());
  }

  private void categories(Map<String, Map<String, Long>> categories) {
    line("");
    line("| parameter | pictures |");
    line("|---|---|");
    new TreeMap<>(categories)
        .forEach(
            (path, counts) ->
                line(
                    "| %s | %s |",
                    path,
                    counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "))));
  }

  private void laws(Map<String, Law> laws) {
    if (laws.isEmpty()) {
      return;
    }
    line("");
    line("## Laws in force");
    line("");
    line("Those of domain, preset and specification together; other controls follow other draws.");
    line("");
    line("| control | law |");
    line("|---|---|");
    laws.forEach((name, law) -> line("| %s | `%s` |", name, Json.compact(law)));
  }

  private void labels(Map<String, AttributeHistogram.Count> labels) {
    if (labels.isEmpty()) {
      return;
    }
    line("");
    line("## Labels");
    line("");
    line("| attribute | yes | no | undefined |");
    line("|---|---|---|---|");
    labels.forEach(
        (name, count) ->
            line("| %s | %d | %d | %d |", name, count.yes(), count.no(), count.undefined()));
  }

  private void files(SetCard card) {
    line("");
    line("## Files, SHA-256");
    line("");
    line("```");
    new TreeMap<>(card.files()).forEach((file, hash) -> line("%s  %s", hash, file));
    line("```");
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
