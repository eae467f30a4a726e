package org.facerepro.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Require;
import org.facerepro.experiment.generation.FaceSources;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.train.TrainSpec;
import org.jspecify.annotations.Nullable;

/** One kind of work with its parameters, read straight from a specification. */
public sealed interface Stage {

  /** The stages this one reads from, by the role they play. */
  Map<String, Input> inputs();

  /** Returns this stage with other names of the stages it reads from. */
  Stage reading(UnaryOperator<String> rename);

  /** The written name of the kind, which is also its folder in the store. */
  default String kind() {
    return EnumNames.ofType(getClass());
  }

  /**
   * A stage read by another.
   *
   * @param stage its name in the specification
   * @param kind what kind it must be of
   */
  record Input(String stage, Class<? extends Stage> kind) {}

  /** Renders synthetic faces into a {@code FaceSet}. */
  record Generate(GeneratorSpec generator) implements Stage {
    public Generate {
      // The key of an artifact must hold all that can change it, so no files of one machine.
      boolean file = generator.model() != null && !generator.model().equals(FaceSources.BUILT_IN);
      Require.that(
          !file && generator.backgrounds() == null,
          "generator",
          "no files in an experiment: model built-in or none, no backgrounds",
          file ? String.valueOf(generator.model()) : String.valueOf(generator.backgrounds()));
    }

    @Override
    public Map<String, Input> inputs() {
      return Map.of();
    }

    @Override
    public Stage reading(UnaryOperator<String> rename) {
      return this;
    }
  }

  /**
   * Trains a recogniser.
   *
   * @param faces the stage that yields the training faces
   * @param dev the stage that yields held-out faces, watched but never trained on
   */
  record Train(String faces, String dev, TrainSpec recipe) implements Stage {
    public Train {
      Require.that(!faces.equals(dev), "dev", "another stage than faces", dev);
    }

    @Override
    public Map<String, Input> inputs() {
      return ordered(
          "faces", new Input(faces, Generate.class), "dev", new Input(dev, Generate.class));
    }

    @Override
    public Stage reading(UnaryOperator<String> rename) {
      return new Train(rename.apply(faces), rename.apply(dev), recipe);
    }
  }

  /**
   * Embeds the images of a protocol.
   *
   * @param model the stage that yields the recogniser
   * @param protocol id of a declaration in {@code protocols/}
   * @param faces the stage that yields the faces of a generated protocol
   * @param flip whether the embedding of the mirrored image is added
   */
  record Embed(String model, String protocol, @Nullable String faces, boolean flip)
      implements Stage {
    @Override
    public Map<String, Input> inputs() {
      Input recogniser = new Input(model, Train.class);
      return faces == null
          ? Map.of("model", recogniser)
          : ordered("model", recogniser, "faces", new Input(faces, Generate.class));
    }

    @Override
    public Stage reading(UnaryOperator<String> rename) {
      String generated = faces == null ? null : rename.apply(faces);
      return new Embed(rename.apply(model), protocol, generated, flip);
    }
  }

  /** Scores the comparisons of the embedded protocol and measures. */
  record Verify(String embeddings) implements Stage {
    @Override
    public Map<String, Input> inputs() {
      return Map.of("embeddings", new Input(embeddings, Embed.class));
    }

    @Override
    public Stage reading(UnaryOperator<String> rename) {
      return new Verify(rename.apply(embeddings));
    }
  }

  private static Map<String, Input> ordered(String a, Input first, String b, Input second) {
    Map<String, Input> inputs = new LinkedHashMap<>();
    inputs.put(a, first);
    inputs.put(b, second);
    return inputs;
  }
}
