package org.facerepro.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Sha256;
import org.facerepro.protocol.Protocols;
import org.facerepro.protocol.convert.FaceChoice;
import org.facerepro.protocol.convert.FaceCollector;
import org.facerepro.protocol.convert.SetTerms;
import org.facerepro.protocol.convert.Strangers;
import org.jspecify.annotations.Nullable;

/** Makes a face set of real faces; what is kept apart is looked for in it and refused. */
final class CollectRunner implements StageRunner<Stage.Collect> {

  @Override
  public List<String> code() {
    return List.of("core", "image", "data", "protocol");
  }

  @Override
  public boolean usesEngine() {
    return false;
  }

  @Override
  public String external(Stage.Collect stage, Workspace workspace) {
    Places places = new Places(stage, root(stage, workspace));
    StringBuilder hashes = new StringBuilder();
    OutsideFiles.hashInto(hashes, places.pictures());
    for (Path list : places.lists()) {
      OutsideFiles.hashInto(hashes, list);
    }
    for (String protocol : stage.strangers().protocols()) {
      hashes.append(ProtocolData.of(protocol, workspace).fingerprint()).append('\n');
    }
    return Sha256.of(hashes.toString()).hex();
  }

  @Override
  public Optional<OutsideInput> outside(String name, Stage.Collect stage, Workspace workspace) {
    String places = String.join(" or ", stage.pictures());
    return Optional.of(new OutsideInput(name, places, true, stage.licence()));
  }

  @Override
  public Optional<String> externalSource(Stage.Collect stage) {
    return Optional.of(
        "faces in %s, lists %s and %s, apart from %s, under %s"
            .formatted(
                stage.pictures(),
                stage.landmarks(),
                stage.people(),
                stage.strangers(),
                stage.licence()));
  }

  @Override
  public void run(Stage.Collect stage, Work work) {
    Workspace workspace = work.workspace();
    Places places = new Places(stage, root(stage, workspace));
    Strangers strangers = new Strangers();
    for (String protocol : stage.strangers().protocols()) {
      ProtocolData data = ProtocolData.of(protocol, workspace);
      strangers.add(Protocols.openComparisons(data.declaration(), data.root()));
    }
    FaceCollector.run(
        places.pictures(),
        places.choice(),
        strangers,
        new SetTerms(stage.pictures().get(0), stage.licence(), "real people: " + stage.obtain()),
        work.payload(),
        workspace.progress());
  }

  private static Path root(Stage.Collect stage, Workspace workspace) {
    return workspace
        .data()
        .orElseThrow(
            () ->
                new DataUnavailableException(
                    ("%s: real faces are needed and no folder with them was named: use --data DIR"
                            + " or set FACEREPRO_DATA. %s")
                        .formatted(stage.pictures().get(0), howToGet(stage))));
  }

  private static String howToGet(Stage.Collect stage) {
    return "How to get it: %s Licence: %s".formatted(stage.obtain(), stage.licence());
  }

  /** What a stage names, found below the folder with real data. */
  private record Places(Stage.Collect stage, Path root) {

    Path pictures() {
      return stage.pictures().stream()
          .map(root::resolve)
          .filter(Files::exists)
          .findFirst()
          .orElseThrow(
              () ->
                  missing(
                      stage.pictures().stream()
                          .map(place -> root.resolve(place).toString())
                          .collect(Collectors.joining(", "))));
    }

    FaceChoice choice() {
      Integer least = stage.minimumImages();
      return new FaceChoice(
          file(stage.landmarks()),
          file(stage.people()),
          strangers(),
          least == null ? 1 : least,
          stage.share(),
          Boolean.TRUE.equals(stage.skipBroken()));
    }

    List<Path> lists() {
      List<Path> lists = new ArrayList<>(strangers());
      for (Path list : new @Nullable Path[] {file(stage.landmarks()), file(stage.people())}) {
        if (list != null) {
          lists.add(list);
        }
      }
      return lists;
    }

    private List<Path> strangers() {
      List<Path> files = new ArrayList<>();
      for (String list : stage.strangers().people()) {
        files.add(existing(list));
      }
      return files;
    }

    private @Nullable Path file(@Nullable String place) {
      return place == null ? null : existing(place);
    }

    private Path existing(String place) {
      Path file = root.resolve(place);
      if (!Files.isRegularFile(file)) {
        throw missing(file.toString());
      }
      return file;
    }

    private DataUnavailableException missing(String places) {
      return new DataUnavailableException(
          "real faces not found; looked for %s. %s".formatted(places, howToGet(stage)));
    }
  }
}
