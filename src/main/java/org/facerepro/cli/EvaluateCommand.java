package org.facerepro.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.experiment.evaluation.EmbeddingMatch;
import org.facerepro.experiment.evaluation.Evaluation;
import org.facerepro.experiment.evaluation.FaceExport;
import org.facerepro.experiment.evaluation.ModelFaces;
import org.facerepro.experiment.evaluation.ModelUse;
import org.facerepro.experiment.evaluation.OpenProtocol;
import org.facerepro.image.Resampling;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.report.evaluation.EvaluationFolder;
import org.facerepro.train.embedding.ModelIdentity;
import org.facerepro.train.embedding.ProtocolFaces;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one protocol under one model, or under embeddings that another program made. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Run a protocol under a model of this program or of others, or under given embeddings.")
final class EvaluateCommand implements Callable<Integer> {
  private static final int NAMED = 3;

  @Mixin private final ProtocolOptions protocol = new ProtocolOptions();
  @Mixin private final FaceOptions faces = new FaceOptions();
  @Mixin private final PlaceOptions places = new PlaceOptions();
  @Mixin private final ConventionOption conventions = new ConventionOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for tables, curves, plots, scores and wrongly decided comparisons.")
  private @Nullable Path out;

  @Option(
      names = "--save-embeddings",
      paramLabel = "DIR",
      description = "Folder for the embeddings, embeddings.npy with their images beside it.")
  private @Nullable Path saved;

  @Option(names = "--require-all", description = "Exit 3 if an image could not be enrolled.")
  private boolean requireAll;

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  /** Faces with where they come from. */
  private record Source(
      EvaluationSet set,
      ProtocolFaces faces,
      @Nullable String alignment,
      @Nullable ModelIdentity model,
      @Nullable String given,
      List<String> remarks) {}

  @Override
  public Integer call() {
    faces.check();
    conventions.chosen();
    try (OpenProtocol opened = protocol.open(places)) {
      if (faces.exportList != null) {
        return export(opened.set(Resampling.OPENCV), faces.exportList);
      }
      Source source = source(opened);
      requireFaces(opened, source.faces());
      if (saved != null) {
        source.faces().embeddings().write(saved);
      }
      EvaluationResult result =
          conventions.apply(
              source
                  .set()
                  .evaluate(source.faces().embeddings(), source.faces().failed(), protocol.seed()));
      Evaluation evaluation = evaluation(opened, source, result);
      write(evaluation, result);
      return ExitCode.ofFailures(source.faces().failed().size(), requireAll);
    }
  }

  /** Numbers of a set of which nothing could be compared would look like those of a bad model. */
  private void requireFaces(OpenProtocol opened, ProtocolFaces embedded) {
    if (embedded.embeddings().size() == 0) {
      throw new DataUnavailableException(
          "no image of %s could be enrolled below %s; of %d images: %s"
              .formatted(
                  opened.declaration().id(),
                  places.dataRoot(),
                  embedded.failed().size(),
                  embedded.failed().entrySet().stream()
                      .limit(NAMED)
                      .map(failure -> failure.getKey() + " (" + failure.getValue() + ")")
                      .collect(Collectors.joining(", "))));
    }
  }

  private Integer export(EvaluationSet set, Path list) {
    FaceExport export =
        faces.exportCrops == null
            ? FaceExport.list(set, list)
            : FaceExport.crops(set, list, faces.exportCrops, PlaceOptions.progress());
    output.write(command.commandLine().getOut(), EvaluationText.of(export), export);
    return ExitCode.ofFailures(export.failures().size(), requireAll);
  }

  private Source source(OpenProtocol opened) {
    if (faces.embeddings != null) {
      EvaluationSet set = opened.set(Resampling.OPENCV);
      EmbeddingMatch match = EmbeddingMatch.of(faces.embeddings, faces.ids, set);
      return new Source(
          set, match.faces(), null, null, faces.embeddings.toString(), match.remarks());
    }
    try (ChosenModel chosen = faces.model.choose()) {
      return source(opened, chosen);
    }
  }

  private Source source(OpenProtocol opened, ChosenModel chosen) {
    ModelUse use = ModelUse.of(chosen.model(), opened);
    ModelFaces embedded =
        ModelFaces.embed(
            use.set(),
            use.model(),
            places.compute(),
            places.storeRoot(),
            faces.batch,
            PlaceOptions.progress());
    List<String> remarks = new ArrayList<>(chosen.remarks());
    remarks.addAll(use.remarks());
    remarks.addAll(embedded.remarks());
    return new Source(
        use.set(), embedded.faces(), use.set().alignment(), use.model().identity(), null, remarks);
  }

  private static Evaluation evaluation(
      OpenProtocol opened, Source source, EvaluationResult result) {
    ProtocolFaces embedded = source.faces();
    List<String> remarks = new ArrayList<>(opened.remarks());
    remarks.addAll(source.remarks());
    remarks.addAll(result.remarks());
    return new Evaluation(
        Evaluation.SCHEMA,
        result.protocol(),
        opened.declaration().title(),
        opened.declaration().realData(),
        source.alignment(),
        source.model(),
        source.given(),
        embedded.embeddings().size() + embedded.failed().size(),
        embedded.embeddings().size(),
        embedded.fromCache(),
        Evaluation.parts(result),
        result.groups(),
        embedded.failed(),
        remarks);
  }

  private void write(Evaluation evaluation, EvaluationResult result) {
    PrintWriter stdout = command.commandLine().getOut();
    output.write(stdout, EvaluationText.of(evaluation), evaluation);
    if (out != null) {
      AtomicFiles.writeFile(out.resolve("evaluation.json"), Json.pretty(evaluation));
      EvaluationFolder.write(out, result);
    }
  }
}
