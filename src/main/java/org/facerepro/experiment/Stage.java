package org.facerepro.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Require;
import org.facerepro.experiment.generation.FaceSources;
import org.facerepro.experiment.photograph.PieShoot;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.nn.WeightFormat;
import org.facerepro.protocol.convert.PeopleShare;
import org.facerepro.train.LabelFraction;
import org.facerepro.train.TrainSpec;
import org.jspecify.annotations.Nullable;

/** One kind of work with its parameters, read straight from a specification. */
public sealed interface Stage
    permits Stage.Verify,
        Stage.VerifyGroups,
        Stage.VerifyTemplates,
        Stage.Search,
        Stage.SearchTemplates,
        Stage.Embed,
        Stage.Collect,
        Stage.Generate,
        Stage.MultiPie,
        Stage.Train,
        Stage.Ensemble,
        Renormalise {

  /**
   * The stages this one reads from, by the role they play; what is measured, or none unless a kind
   * names them.
   */
  default Map<String, Input> inputs() {
    return this instanceof Measuring measuring
        ? Map.of("embeddings", new Input(measuring.embeddings(), Embed.class))
        : Map.of();
  }

  /** Returns this stage with other names of the stages it reads from. */
  default Stage reading(UnaryOperator<String> rename) {
    return this;
  }

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
  record Input(String stage, Class<?> kind) {}

  /** Returns whether the stage makes pictures of faces. */
  default boolean isSet() {
    return this instanceof Faces || this instanceof Rendered;
  }

  /** Returns the people of a name that the stage draws; empty if it draws its own. */
  default Optional<People> cast() {
    return Optional.empty();
  }

  /** The kinds that yield a {@code FaceSet}. */
  sealed interface Faces permits Generate, Collect {}

  /** The kinds that render faces to be tested on. */
  sealed interface Rendered permits Generate, MultiPie {}

  /** The kinds that yield a network. */
  sealed interface Network permits Train, Ensemble, Renormalise {}

  /** The kinds that yield one network. */
  sealed interface Single permits Train, Renormalise {}

  /** The kinds that measure. */
  sealed interface Measuring
      permits Verify, VerifyGroups, VerifyTemplates, Search, SearchTemplates {
    /** Returns the stage whose embeddings are measured. */
    String embeddings();
  }

  /**
   * Renders synthetic faces into a {@code FaceSet}.
   *
   * @param people whom to draw; subjects of its own if absent
   */
  record Generate(GeneratorSpec generator, @Nullable People people)
      implements Stage, Faces, Rendered {
    public Generate {
      // The key of an artifact must hold all that can change it, so no files of one machine.
      boolean file = generator.model() != null && !generator.model().equals(FaceSources.BUILT_IN);
      Require.that(
          !file && generator.backgrounds() == null && generator.lightPrior() == null,
          "generator",
          "no files in an experiment: model built-in or none, no backgrounds, no light prior",
          file
              ? String.valueOf(generator.model())
              : Objects.toString(generator.backgrounds(), String.valueOf(generator.lightPrior())));
      requireCasting(generator, people);
    }

    /** Renders subjects of its own. */
    public Generate(GeneratorSpec generator) {
      this(generator, null);
    }

    @Override
    public Optional<People> cast() {
      return Optional.ofNullable(people);
    }
  }

  /**
   * Renders subjects into the tree of CMU Multi-PIE.
   *
   * @param generator subjects and looks; its samples per subject are the sessions, 1 to 4
   * @param people whom to draw; subjects of its own if absent
   * @param yaws of cameras at head height, in degrees; all thirteen if none are named
   * @param shots 0 to 19: flash 1 to 18 or, in 0 and 19, none; all if none are named
   */
  record MultiPie(
      GeneratorSpec generator, @Nullable People people, List<Integer> yaws, List<Integer> shots)
      implements Stage, Rendered {
    public MultiPie {
      yaws = List.copyOf(yaws);
      shots = List.copyOf(shots);
      Require.that(
          generator.model() == null
              && generator.backgrounds() == null
              && generator.lightPrior() == null
              && generator.sweep().isEmpty()
              && generator.truth().isEmpty(),
          "generator",
          "no model, backgrounds, light prior, sweep or truth",
          "one");
      requireCasting(generator, people);
      PieShoot.of(generator.subjects(), generator.samplesPerSubject(), yaws, shots);
    }

    /** Returns what of the database is photographed. */
    public PieShoot shoot() {
      return PieShoot.of(generator.subjects(), generator.samplesPerSubject(), yaws, shots);
    }

    @Override
    public Optional<People> cast() {
      return Optional.ofNullable(people);
    }
  }

  /**
   * Makes a {@code FaceSet} of real faces below the folder with real data.
   *
   * @param pictures where they lie: the first of these places that is there
   * @param landmarks five points per picture to align by; absent with {@code aligned}
   * @param aligned true: the pictures are aligned faces of one square size
   * @param people a list of the people to choose from; all if absent
   * @param minimumImages pictures that a person must have; 1 if absent
   * @param share the part of these people that is chosen; all if absent
   * @param apart who must not be in the set; nobody if absent
   * @param skipBroken true: broken pictures are left out, counted, and not refused
   * @param licence terms under which the pictures may be used
   * @param obtain how to get them
   */
  record Collect(
      List<String> pictures,
      @Nullable String landmarks,
      @Nullable Boolean aligned,
      @Nullable String people,
      @Nullable Integer minimumImages,
      @Nullable PeopleShare share,
      @Nullable Apart apart,
      @Nullable Boolean skipBroken,
      String licence,
      String obtain)
      implements Stage, Faces {
    public Collect {
      pictures = List.copyOf(pictures);
      Require.that(!pictures.isEmpty(), "pictures", "at least one place", "none");
      pictures.forEach(place -> Apart.requireBelow("pictures", place));
      Apart.requireBelow("landmarks", landmarks);
      Apart.requireBelow("people", people);
      Require.that(
          (landmarks == null) == Boolean.TRUE.equals(aligned),
          "aligned",
          "true, or a list of landmarks, not both",
          landmarks == null ? "neither" : "both");
      if (minimumImages != null) {
        Require.between("minimumImages", minimumImages, 1, 1_000_000);
      }
      Require.text("licence", licence);
      Require.text("obtain", obtain);
    }

    /** Returns who must not be in the set, also where the specification does not say. */
    Apart strangers() {
      return apart == null ? Apart.NOBODY : apart;
    }
  }

  /**
   * Trains a recogniser.
   *
   * @param faces the stage that yields the training faces
   * @param dev the stage that yields held-out faces, watched but never trained on
   * @param weight of {@code faces} beside the additions; 1 if absent
   * @param labels the part of {@code faces} that is trained on; all if absent
   * @param additions other faces to train on
   * @param initial the stage whose network the training starts from; fresh weights if absent
   */
  record Train(
      String faces,
      String dev,
      TrainSpec recipe,
      @Nullable Double weight,
      @Nullable LabelFraction labels,
      List<Addition> additions,
      @Nullable String initial)
      implements Stage, Network, Single {
    public Train {
      additions = List.copyOf(additions);
      Require.that(!faces.equals(dev), "dev", "another stage than faces", dev);
      for (Addition addition : additions) {
        Require.that(!addition.faces().equals(dev), "dev", "another stage than additions", dev);
      }
      if (weight != null) {
        Require.between("weight", weight, 1e-6, 1e6);
        Require.that(!additions.isEmpty(), "weight", "nothing without additions", weight);
      }
    }

    /** Returns all faces that are trained on, the first ones first. */
    List<Addition> sources() {
      List<Addition> sources = new ArrayList<>();
      sources.add(new Addition(faces, weight == null ? 1 : weight, labels));
      sources.addAll(additions);
      return sources;
    }

    /** Returns the role of a source, counted from 0. */
    static String role(int source) {
      return source == 0 ? "faces" : "addition-" + source;
    }

    @Override
    public Map<String, Input> inputs() {
      Map<String, Input> inputs = new LinkedHashMap<>();
      for (Addition source : sources()) {
        inputs.put(role(inputs.size()), new Input(source.faces(), Faces.class));
      }
      inputs.put("dev", new Input(dev, Faces.class));
      if (initial != null) {
        inputs.put("initial", new Input(initial, Train.class));
      }
      return inputs;
    }

    @Override
    public Stage reading(UnaryOperator<String> rename) {
      return new Train(
          rename.apply(faces),
          rename.apply(dev),
          recipe,
          weight,
          labels,
          additions.stream().map(a -> a.from(rename.apply(a.faces()))).toList(),
          initial == null ? null : rename.apply(initial));
    }
  }

  /**
   * Puts trained networks side by side: the cosine of two embeddings becomes the mean of theirs.
   *
   * @param members the stages that yield them, all of one shape
   * @param weights format of the file of weights; float32 if absent
   */
  record Ensemble(List<String> members, @Nullable WeightFormat weights) implements Stage, Network {
    public Ensemble {
      members = List.copyOf(members);
      Require.that(
          members.size() > 1 && Set.copyOf(members).size() == members.size(),
          "members",
          "at least two train or renormalise stages, each once",
          members);
    }

    /** Returns the format of the file of weights. */
    public WeightFormat weightFormat() {
      return weights == null ? WeightFormat.FLOAT32 : weights;
    }

    /** Returns the role of a member, counted from 0. */
    static String role(int member) {
      return "member-" + (member + 1);
    }

    @Override
    public Map<String, Input> inputs() {
      Map<String, Input> inputs = new LinkedHashMap<>();
      for (String member : members) {
        inputs.put(role(inputs.size()), new Input(member, Single.class));
      }
      return inputs;
    }

    @Override
    public Stage reading(UnaryOperator<String> rename) {
      return new Ensemble(members.stream().map(rename).toList(), weights);
    }
  }

  /**
   * Embeds the images of a protocol.
   *
   * @param model the stage that yields the recogniser
   * @param protocol id of a declaration in {@code protocols/}, with options after it where it is to
   *     be read with others than its own: {@code lfw release=any}
   * @param faces the stage that yields the faces of a generated protocol, or the files of one that
   *     is read from a tree
   * @param flip whether the embedding of the mirrored image is added
   */
  record Embed(String model, String protocol, @Nullable String faces, boolean flip)
      implements Stage {
    @Override
    public Map<String, Input> inputs() {
      Map<String, Input> inputs = new LinkedHashMap<>();
      inputs.put("model", new Input(model, Network.class));
      if (faces != null) {
        inputs.put("faces", new Input(faces, Rendered.class));
      }
      return inputs;
    }

    @Override
    public Stage reading(UnaryOperator<String> rename) {
      String generated = faces == null ? null : rename.apply(faces);
      return new Embed(rename.apply(model), protocol, generated, flip);
    }
  }

  /** Scores the comparisons of the embedded protocol and measures. */
  record Verify(String embeddings) implements Stage, Measuring {
    @Override
    public Stage reading(UnaryOperator<String> rename) {
      return new Verify(rename.apply(embeddings));
    }
  }

  /** Scores the comparisons and measures all, then those within each group of the protocol. */
  record VerifyGroups(String embeddings) implements Stage, Measuring {
    @Override
    public Stage reading(UnaryOperator<String> rename) {
      return new VerifyGroups(rename.apply(embeddings));
    }
  }

  /** Compares the templates of the embedded protocol and measures all, then split by split. */
  record VerifyTemplates(String embeddings) implements Stage, Measuring {
    @Override
    public Stage reading(UnaryOperator<String> rename) {
      return new VerifyTemplates(rename.apply(embeddings));
    }
  }

  /** Searches the probes of the embedded protocol in its gallery, all and part by part. */
  record Search(String embeddings) implements Stage, Measuring {
    @Override
    public Stage reading(UnaryOperator<String> rename) {
      return new Search(rename.apply(embeddings));
    }
  }

  /** Searches the templates of the embedded protocol in its galleries, split by split. */
  record SearchTemplates(String embeddings) implements Stage, Measuring {
    @Override
    public Stage reading(UnaryOperator<String> rename) {
      return new SearchTemplates(rename.apply(embeddings));
    }
  }

  private static void requireCasting(GeneratorSpec generator, @Nullable People people) {
    Require.that(
        people == null || (generator.model() == null && generator.minimumDistance() == null),
        "people",
        "nothing beside a model or a least distance of subjects",
        String.valueOf(people));
  }
}
