package org.facerepro.cli;

import java.util.Map;
import java.util.TreeMap;
import org.facerepro.archive.DataCard;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;
import org.facerepro.report.TextTable;
import org.facerepro.report.TrialText;
import org.jspecify.annotations.Nullable;

/**
 * The archive of a trial as JSON.
 *
 * @param schema {@code facerepro/trial-archive/v1}
 * @param author who stands for it
 * @param licence its terms
 * @param published the day
 * @param trial the trial
 * @param baselines what it was held against
 * @param environments machine and software of each run, by seed
 * @param data what the pictures are, by seed and stage
 * @param entries SHA-256 of each entry
 */
record ShownTrial(
    String schema,
    @Nullable String author,
    @Nullable String licence,
    @Nullable String published,
    Trial trial,
    TrialBaselines baselines,
    Map<Long, Environment> environments,
    Map<Long, Map<String, DataCard>> data,
    Map<String, String> entries) {

  static ShownTrial of(StoredTrial stored) {
    Imprint imprint = stored.imprint().orElse(null);
    Map<Long, Environment> environments = new TreeMap<>();
    Map<Long, Map<String, DataCard>> data = new TreeMap<>();
    for (StoredRun run : stored.runs()) {
      run.environment().ifPresent(each -> environments.put(run.result().seed(), each));
      data.put(run.result().seed(), run.data());
    }
    return new ShownTrial(
        "facerepro/trial-archive/v1",
        imprint == null ? null : imprint.author(),
        imprint == null ? null : imprint.licence(),
        imprint == null ? null : imprint.published().toString(),
        stored.trial(),
        stored.baselines(),
        environments,
        data,
        stored.entryHashes());
  }

  String text() {
    StringBuilder text = new StringBuilder(TrialText.of(trial).stripLeading());
    if (author != null) {
      text.append("author: %s, published %s, licence %s%n".formatted(author, published, licence));
    }
    environments.forEach(
        (seed, machine) -> text.append("seed %d, ".formatted(seed) + EnvironmentText.of(machine)));
    TextTable pictures = new TextTable("data of stage", "seed", "pictures", "licence");
    data.forEach(
        (seed, cards) ->
            cards.forEach(
                (stage, card) ->
                    pictures.row(
                        stage,
                        Long.toString(seed),
                        Integer.toString(card.pictures()),
                        card.licence().replaceAll("\\s+", " "))));
    TextTable hashes = new TextTable("entry", "SHA-256");
    entries.forEach(hashes::row);
    return text.append('\n').append(pictures).append('\n').append(hashes).toString();
  }
}
