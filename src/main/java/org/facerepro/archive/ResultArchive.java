package org.facerepro.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.archive.container.Content;
import org.facerepro.archive.container.TarGz;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Publication;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Stage;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.ProtocolReference;
import org.facerepro.train.ModelFacts;

/**
 * Everything needed to check a result again, in one file: result, specification, resolved plan,
 * environment, scores, metrics, curves, logs, plots, what the data are and their terms, a
 * description for other tools, and a manifest with the SHA-256 of each.
 *
 * <p>Of networks it holds the weights that the specification publishes, no others. Holds no
 * pictures; names of image files only where one failed to enrol. The same content gives the same
 * bytes.
 */
public final class ResultArchive {
  /** The entry with what training and test sets share. */
  public static final String LEAKAGE = "leakage.json";

  /** What the names of archives end in. */
  static final String ENDING = ".tar.gz";

  static final String RESULT = "result.json";
  static final String SPEC = "spec.yaml";
  static final String ENVIRONMENT = "environment.json";

  private final CompletedRun run;
  private final RunSource source;
  private final ExperimentSpec spec;
  private final SortedMap<String, Content> contents = new TreeMap<>();
  private final SortedMap<String, DataCard> cards = new TreeMap<>();

  private ResultArchive(CompletedRun run, RunSource source, byte[] spec) {
    this.run = run;
    this.source = source;
    this.spec =
        ExperimentSpec.parse(
            new String(spec, StandardCharsets.UTF_8),
            source.spec().toString(),
            Scale.of(run.result().scale()));
  }

  /**
   * Packs a run; memory does not depend on the number of scores.
   *
   * @param further more entries by name: the curve of each verify stage, plots, the leakage report
   * @throws StorageException if a file cannot be read or the archive not be written
   * @throws org.facerepro.core.InvalidValueException if a model to publish is too large
   */
  public static void write(
      Path archive, CompletedRun run, RunSource source, Map<String, byte[]> further) {
    byte[] spec = bytes(source.spec());
    ResultArchive packing = new ResultArchive(run, source, spec);
    further.forEach((name, bytes) -> packing.contents.put(name, Content.of(bytes)));
    packing.contents.put(SPEC, Content.of(spec));
    packing.fill();
    try {
      packing.pack(archive);
    } catch (IOException e) {
      throw new StorageException(
          "cannot read the files of " + archive + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private void fill() {
    put(RESULT, run.result());
    put(ENVIRONMENT, source.environment());
    put(ResolvedPlan.FILE, ResolvedPlan.of(spec, run));
    for (RunResult.StageRecord stage : run.result().stages()) {
      if (stage.key() != null) {
        add(stage, run.folder(stage.name()));
      }
    }
    cards.forEach(this::put);
    publish();
    byte[] log = RunLog.of(run.result(), contents).getBytes(StandardCharsets.UTF_8);
    contents.put(RunLog.FILE, Content.of(log));
  }

  private void publish() {
    Publication publishes = spec.publishes();
    if (publishes != null
        && run.result().stage(publishes.model()).filter(s -> s.key() != null).isPresent()) {
      Path folder = run.folder(publishes.model());
      byte[] facts = bytes(folder.resolve(ModelFacts.FILE));
      byte[] weights = bytes(folder.resolve(ModelFacts.WEIGHTS_FILE));
      ModelCards made =
          new ModelCards(spec, run.result(), cardsByStage(), source.imprint().licence());
      put(StageEntries.model(publishes.model()), made.of(publishes, facts, weights));
    }
  }

  private Map<String, DataCard> cardsByStage() {
    Map<String, DataCard> byStage = new LinkedHashMap<>();
    for (RunResult.StageRecord stage : run.result().stages()) {
      DataCard card = cards.get(StageEntries.card(stage.name()));
      if (card != null) {
        byStage.put(stage.name(), card);
      }
    }
    return byStage;
  }

  private void put(String name, Object value) {
    contents.put(name, Content.of(Json.pretty(value)));
  }

  private void add(RunResult.StageRecord stage, Path folder) {
    for (String file : StageEntries.kept(stage, spec.publishes())) {
      contents.put(
          StageEntries.name(stage.kind(), stage.name(), file), Content.of(folder.resolve(file)));
    }
    card(stage, folder).ifPresent(card -> cards.put(StageEntries.card(stage.name()), card));
  }

  private Optional<DataCard> card(RunResult.StageRecord done, Path folder) {
    String name = done.name();
    String payload = String.valueOf(done.payload());
    Stage stage = spec.stage(name);
    if (stage instanceof Stage.Generate) {
      return Optional.of(DataCard.generated(name, folder, payload));
    }
    if (stage instanceof Stage.Collect collect) {
      return Optional.of(DataCard.collected(name, folder, collect.obtain(), payload));
    }
    if (stage instanceof Stage.MultiPie shot) {
      return Optional.of(DataCard.photographed(name, shot, payload));
    }
    if (stage instanceof Stage.Embed embed) {
      ProtocolDeclaration protocol = ProtocolDeclaration.read(declaration(embed));
      return Optional.of(DataCard.embedded(name, protocol, folder.resolve(StageEntries.CROPS)));
    }
    return Optional.empty();
  }

  private Path declaration(Stage.Embed embed) {
    return source.protocols().resolve(ProtocolReference.parse(embed.protocol()).id() + ".yaml");
  }

  private void pack(Path archive) throws IOException {
    Manifest described = Manifest.of(contents);
    byte[] crate =
        RoCrate.of(
            RoCrate.Subject.of(run.result()),
            source.environment(),
            source.imprint(),
            cards,
            described);
    contents.put(RoCrate.FILE, Content.of(crate));
    write(archive, contents, described.with(RoCrate.FILE, crate));
  }

  /** Writes an archive of any content whose manifest fits. */
  static void write(Path archive, SortedMap<String, Content> contents, Manifest manifest) {
    Map<String, Content> ordered = new LinkedHashMap<>();
    ordered.put(Manifest.FILE, Content.of(Json.pretty(manifest)));
    ordered.putAll(contents);
    TarGz.write(archive, ordered);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StorageException(
          "cannot read " + file + " for the archive (" + AtomicFiles.reason(e) + ")", e);
    }
  }
}
