package org.facerepro.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.Sha256;
import org.facerepro.data.Embeddings;
import org.facerepro.data.FaceSet;
import org.facerepro.image.RgbImage;
import org.facerepro.protocol.ComparisonList;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.Protocols;
import org.facerepro.protocol.TemplateProtocol;
import org.facerepro.protocol.VerificationSet;
import org.facerepro.protocol.search.SearchSet;
import org.facerepro.train.Recogniser;

/**
 * Embeds every image of a protocol and keeps the list of comparisons beside the embeddings; of
 * templates, which protocol it was.
 */
final class EmbedRunner implements StageRunner<Stage.Embed> {
  static final String COMPARISONS = "comparisons.json";
  static final String SEARCHES = "searches.json";
  static final String TEMPLATES = "templates.json";
  static final String FAILURES = "failures.json";
  static final String CROPS = "crops.json";
  private static final int BATCH = 128;

  /** Of the order of what two cores do; only for plans, and only until one is measured. */
  private static final Workload.Pace ASSUMED = new Workload.Pace(300, 700);

  /**
   * What was embedded, so that an alignment can be checked without the pictures.
   *
   * @param alignment how pictures became aligned faces
   * @param faces number of faces
   * @param sha256 hash over names and pixels of all faces, in the order of the files
   */
  record Crops(String alignment, int faces, String sha256) {}

  @Override
  public List<String> code() {
    return List.of(
        "core",
        "image",
        "data",
        "protocol",
        "metric/search",
        "nn",
        "train",
        "experiment/SearchList",
        "experiment/EmbeddedTemplates");
  }

  @Override
  public boolean usesEngine() {
    return true;
  }

  @Override
  public String external(Stage.Embed stage, Workspace workspace) {
    ProtocolData data = ProtocolData.of(stage.protocol(), workspace);
    // Files that a stage renders are an input of the key, as are those of a generated protocol.
    return stage.faces() == null ? data.fingerprint() : data.declarationHash();
  }

  @Override
  public Optional<OutsideInput> outside(String name, Stage.Embed stage, Workspace workspace) {
    ProtocolDeclaration declaration = ProtocolData.of(stage.protocol(), workspace).declaration();
    return declaration.isGenerated() || stage.faces() != null
        ? Optional.empty()
        : Optional.of(
            new OutsideInput(
                name, declaration.id(), declaration.realData(), declaration.licence()));
  }

  @Override
  public Optional<String> externalSource(Stage.Embed stage) {
    String use = stage.faces() == null ? " from files" : " over generated faces";
    return Optional.of("protocol " + stage.protocol() + use);
  }

  /** The pictures of a set on disk are not counted beforehand: it is one unit, as it always is. */
  @Override
  public Optional<Workload> workload(Stage.Embed stage, Map<String, Workload> inputs) {
    Workload faces = inputs.get("faces");
    Workload model = inputs.get("model");
    if (model == null) {
      return Optional.empty();
    }
    String network = model.like() + (stage.flip() ? ", twice" : "");
    return Optional.of(
        faces == null
            ? new Workload(1, "sets", stage.protocol() + ", " + network, 1)
            : new Workload(faces.pictures(), "pictures", network, faces.pictures()));
  }

  @Override
  public Optional<Workload.Pace> assumedPace(Stage.Embed stage) {
    return stage.faces() == null ? Optional.empty() : Optional.of(ASSUMED);
  }

  @Override
  public void run(Stage.Embed stage, Work work) {
    ProtocolData data = ProtocolData.of(stage.protocol(), work.workspace());
    ProtocolDeclaration declaration = data.declaration();
    if (declaration.isGenerated()) {
      try (FaceSet faces = FaceSet.open(work.input("faces"))) {
        embed(stage, work, Protocols.generated(declaration, faces));
      }
    } else {
      Path root = stage.faces() == null ? data.root() : work.input("faces");
      embed(stage, work, Protocols.open(declaration, root));
    }
  }

  private static void embed(Stage.Embed stage, Work work, EvaluationSet opened) {
    Workspace workspace = work.workspace();
    // Options that ask for another use of the mirrored image are refused before any is embedded.
    EvaluationSet set = opened.with(EmbeddedTemplates.held(stage.flip()));
    try (Recogniser recogniser = Recogniser.open(work.input("model"), workspace.compute());
        Progress.Task task =
            workspace.progress().start(work.name(), set.images().size(), "images")) {
      Collector collector = new Collector(recogniser, stage.flip(), set.takesLengths(), task);
      list(stage, work, set);
      set.forEachFace(collector);
      collector.flush();
      collector.embeddings().write(work.payload());
      json(work, FAILURES, collector.failures);
      json(work, CROPS, collector.crops(set.alignment()));
    }
  }

  /** Keeps what is to be compared, or searched, beside the embeddings. */
  private static void list(Stage.Embed stage, Work work, EvaluationSet set) {
    if (set instanceof VerificationSet compared) {
      json(work, COMPARISONS, compared.list());
    } else if (set instanceof SearchSet searched) {
      json(work, SEARCHES, SearchList.of(searched));
    } else if (set instanceof TemplateProtocol) {
      json(work, TEMPLATES, new EmbeddedTemplates(stage.protocol(), stage.flip()));
    } else {
      throw unchecked(set.id());
    }
  }

  /**
   * Requires embeddings to be of a protocol of the right kind, as {@link SpecCheck} made sure.
   *
   * @param file what only such a protocol leaves
   * @param stage that embedded
   */
  static void require(Path folder, String file, String stage) {
    if (!Files.exists(folder.resolve(file))) {
      throw unchecked(stage);
    }
  }

  private static IllegalStateException unchecked(String what) {
    return new IllegalStateException(what + " is measured by the wrong kind of stage: not checked");
  }

  /**
   * Returns what was odd about the list of comparisons or searches; of templates, the stage that
   * measures them says it.
   */
  static List<String> remarks(Path folder) {
    if (Files.exists(folder.resolve(TEMPLATES))) {
      return List.of();
    }
    return Files.exists(folder.resolve(SEARCHES))
        ? Json.read(folder.resolve(SEARCHES), SearchList.class).remarks()
        : Json.read(folder.resolve(COMPARISONS), ComparisonList.class).remarks();
  }

  private static void json(Work work, String file, Object value) {
    AtomicFiles.writeFile(work.payload().resolve(file), Json.pretty(value));
  }

  /** Gathers faces into batches. */
  private static final class Collector implements FaceVisitor {
    private final Recogniser recogniser;
    private final boolean flip;
    private final boolean lengths;
    private final Progress.Task task;
    private final List<String> ids = new ArrayList<>();
    private final List<float[]> rows = new ArrayList<>();
    private final List<RgbImage> waiting = new ArrayList<>();
    private final Map<String, String> failures = new TreeMap<>();
    private final StringBuilder cropHashes = new StringBuilder();

    /**
     * Starts empty.
     *
     * @param lengths whether embeddings keep the length that the network yields
     */
    Collector(Recogniser recogniser, boolean flip, boolean lengths, Progress.Task task) {
      this.recogniser = recogniser;
      this.flip = flip;
      this.lengths = lengths;
      this.task = task;
    }

    @Override
    public void face(String image, RgbImage crop) {
      ids.add(image);
      waiting.add(crop);
      cropHashes.append(image).append(' ').append(Sha256.of(crop.toBytes()).hex()).append('\n');
      if (waiting.size() == BATCH) {
        flush();
      }
    }

    @Override
    public void failed(String image, String reason) {
      failures.put(image, reason);
      task.advance(1);
    }

    void flush() {
      float[][] embedded =
          lengths ? recogniser.features(waiting, flip) : recogniser.embed(waiting, flip);
      rows.addAll(Arrays.asList(embedded));
      task.advance(waiting.size());
      waiting.clear();
    }

    Embeddings embeddings() {
      int dimension = recogniser.facts().dimension();
      float[] all = new float[rows.size() * dimension];
      for (int i = 0; i < rows.size(); i++) {
        System.arraycopy(rows.get(i), 0, all, i * dimension, dimension);
      }
      return Embeddings.takeOver(ids, dimension, all);
    }

    Crops crops(String alignment) {
      return new Crops(alignment, ids.size(), Sha256.of(cropHashes.toString()).hex());
    }
  }
}
