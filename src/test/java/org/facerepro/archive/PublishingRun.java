package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.experiment.Stage;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceNet;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.Weights;
import org.facerepro.train.ModelFacts;
import org.facerepro.train.TrainSpec;

/** A run of the fixture {@code tiny}, with a network as it was drawn that is published. */
public final class PublishingRun {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));

  /** What is added to the fixture: a protocol of real faces, and what is published. */
  private static final String REAL =
      """
        lfw-dev-embeddings: {kind: embed, model: recogniser, protocol: lfw-dev, flip: true}
        lfw-dev: {kind: verify, embeddings: lfw-dev-embeddings}
      """;

  private static final String PUBLISHES =
      """
      publishes:
        model: recogniser
        intendedUse: To try things out; not to decide about people.
        calibration: none
        choices: Recipes were compared on other faces than those reported.
      """;

  private PublishingRun() {}

  /** Writes the specification, under another id, with weights in a format. */
  public static Path spec(Path folder, String id, String format) throws IOException {
    String text =
        Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml"))
            .replace("id: tiny", "id: " + id)
            .replace("      epochs: 3\n", "      epochs: 3\n      weights: " + format + "\n")
            .replace("\nstages:\n", "\nstages:\n" + REAL);
    return Files.writeString(folder.resolve(id + ".yaml"), text + "\n" + PUBLISHES);
  }

  /** Writes the specification with two networks side by side, which are published together. */
  static Path ensemble(Path folder) throws IOException {
    String text = Files.readString(spec(folder, "headline", "float16"));
    int from = text.indexOf("  recogniser:\n");
    int to = text.indexOf("  proxy-real-embeddings:\n");
    String second = text.substring(from, to).replace("recogniser:", "second:");
    String both = "  both: {kind: ensemble, members: [recogniser, second], weights: float16}\n";
    String joined = text.substring(0, to) + second + both + text.substring(to);
    String used = joined.replace("model: recogniser", "model: both");
    return Files.writeString(folder.resolve("headline.yaml"), used);
  }

  /** Writes the specification with a network that is given the statistics of real faces. */
  static Path renormalised(Path folder) throws IOException {
    String text = Files.readString(spec(folder, "headline", "float16"));
    int to = text.indexOf("  proxy-real-embeddings:\n");
    String adapted =
        """
          people:
            kind: collect
            pictures: [people]
            aligned: true
            licence: Public research benchmark
            obtain: ask
          adapted: {kind: renormalise, model: recogniser, faces: people, weights: float16}
        """;
    String used =
        (text.substring(0, to) + adapted + text.substring(to))
            .replace("model: recogniser, protocol", "model: adapted, protocol")
            .replace("publishes:\n  model: recogniser", "publishes:\n  model: adapted")
            .replace("realData: none", "realData: statistics alone");
    return Files.writeString(folder.resolve("headline.yaml"), used);
  }

  /** Lets a specification made from the fixture publish its network. */
  static String publishing(String specification) {
    String rounded =
        specification.replace("      epochs: 3\n", "      epochs: 3\n      weights: float16\n");
    return rounded + "\n" + PUBLISHES;
  }

  /** Lets a run have a network, which differs with the seed. */
  static SmallRun withNetwork(SmallRun run, long seed) {
    return run.training(
        payload -> write(payload, (Stage.Train) run.spec().stage("recogniser"), seed));
  }

  /** Prepares a run; the network differs with the seed. */
  public static SmallRun of(Path folder, String id, long seed) throws IOException {
    Files.createDirectories(folder);
    Path file = spec(folder, id, "float16");
    return withNetwork(SmallRun.ofFile(folder, file, seed), seed);
  }

  /** Writes the network of a stage as it is drawn, without training. */
  public static void write(Path folder, Stage.Train stage, long seed) {
    TrainSpec recipe = stage.recipe();
    NetSpec network = recipe.network();
    Compute cpu = Compute.of("cpu");
    Map<String, Tensor> weights = new TreeMap<>();
    Weights.Source fresh = Weights.fresh(new Seed(seed), network);
    try (var memory = cpu.newManager()) {
      Weights.load(
          new FaceNet(network),
          memory,
          (name, type, shape) -> {
            Tensor tensor = fresh.get(name, type, shape);
            weights.put(name, tensor);
            return tensor;
          });
    }
    ModelFacts facts =
        new ModelFacts(
            ModelFacts.SCHEMA,
            network,
            new ModelFacts.CropRule("arcface-112", 112, 36, 32),
            new ModelFacts.Training("0", seed, 12, 48, 3, false));
    AtomicFiles.writeFile(
        folder.resolve(ModelFacts.WEIGHTS_FILE),
        new Safetensors(weights, Map.of()).toBytes(recipe.weightFormat()));
    AtomicFiles.writeFile(folder.resolve(ModelFacts.FILE), Json.pretty(facts));
  }
}
