package org.facerepro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.facerepro.face.GeneratorSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to generate: a specification file, options, or options over a file. */
final class GeneratorOptions {
  static final String SCHEMA = "facerepro/generator/v1";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SPEC",
      description = "Specification file, 'schema: facerepro/generator/v1'; options go over it.")
  private @Nullable Path file;

  @Option(
      names = "--domain",
      paramLabel = "NAME",
      description = "graphics (default) or proxy-real.")
  private @Nullable String domain;

  @Option(names = "--subjects", paramLabel = "N", description = "Number of subjects.")
  private @Nullable String subjects;

  @Option(names = "--samples", paramLabel = "N", description = "Pictures of each subject.")
  private @Nullable String samples;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Side of the pictures in pixels, 64 to 1024; default: 112.")
  private @Nullable String size;

  @Option(
      names = "--crop",
      paramLabel = "NAME",
      description = "aligned (default), face-box, landmark or none.")
  private @Nullable String crop;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "Named laws over those of the domain: graphics, proxy-real, kortylewski, digiface,"
              + " frontal or wide-pose.")
  private @Nullable String preset;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "Pictures of a morphable model: Basel .h5 or .mat, ICT-FaceKit (folder, .tar, .tar.xz),"
              + " or built-in for the built-in head as a linear model.")
  private @Nullable String model;

  @Option(
      names = "--light",
      paramLabel = "NAME",
      description = "With --model: scene (default), by the light controls, or place.")
  private @Nullable String light;

  @Option(
      names = "--light-prior",
      paramLabel = "DIR",
      description =
          "Folder of measured lights (.rps or .json of spherical harmonics): the light of a model,"
              + " the soft light of the built-in head. --set lightPrior/law=normal draws from their"
              + " normal law.")
  private @Nullable String lightPrior;

  @Option(
      names = "--backgrounds",
      paramLabel = "DIR",
      description = "Folder of pictures to stand behind faces; default: procedural scenes.")
  private @Nullable String backgrounds;

  @Option(
      names = "--truth",
      paramLabel = "NAME",
      split = ",",
      description =
          "Ground truth beside every picture, with commas between: depth, normals, albedo,"
              + " illumination, correspondence, regions, segmentation (PNG); landmarks, attributes,"
              + " camera, light, coefficients (JSON).")
  private List<String> truth = List.of();

  @Option(
      names = "--law",
      paramLabel = "CONTROL=LAW",
      description =
          "Let a control follow a law, such as pose.yaw=gaussian(0,22), pose.pitch=0 or"
              + " pose.roll='{law: uniform, low: -5, high: 5}'. Repeatable.")
  private Map<String, String> laws = new LinkedHashMap<>();

  @Option(
      names = "--sweep",
      paramLabel = "CONTROL=VALUES",
      description =
          "Let the pictures of each subject run through values: pose.yaw=-30,0,30 or"
              + " pose.yaw=-90..90..10 (start, end, step). Repeatable: all combinations.")
  private Map<String, String> sweep = new LinkedHashMap<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Set any key of the specification, with / between nested ones, to a YAML value.")
  private Map<String, String> set = new LinkedHashMap<>();

  /** Returns the model named by its option; null if there is none. */
  @Nullable String model() {
    return model;
  }

  /** Returns whether anything but a model is asked for. */
  boolean isMoreThanModel() {
    boolean values =
        Stream.of(
                file, domain, subjects, samples, size, crop, preset, light, lightPrior, backgrounds)
            .anyMatch(Objects::nonNull);
    return values || !truth.isEmpty() || !laws.isEmpty() || !sweep.isEmpty() || !set.isEmpty();
  }

  /**
   * Puts file and options together.
   *
   * @throws SpecException if the file is wrong, with its line, an option is, with its name, or
   *     something is missing
   */
  GeneratorSpec spec() {
    if (file == null && (subjects == null || samples == null)) {
      throw new SpecException("give a specification file, or --subjects and --samples");
    }
    return read("domain: graphics");
  }

  /** Puts file and options together; without a file, numbers of subjects and samples may lack. */
  GeneratorSpec ofOneSubject() {
    return read("{domain: graphics, subjects: 1, samplesPerSubject: 1}");
  }

  private GeneratorSpec read(String withoutFile) {
    StrictYaml document =
        file == null
            ? StrictYaml.parse(withoutFile, "options")
            : StrictYaml.read(file).ofSchema(SCHEMA);
    document = over(document, "--domain", domain, "domain");
    document = over(document, "--subjects", subjects, "subjects");
    document = over(document, "--samples", samples, "samplesPerSubject");
    document = over(document, "--size", size, "size");
    document = over(document, "--crop", crop, "crop");
    document = over(document, "--preset", preset, "preset");
    document = over(document, "--model", quoted(model), "model");
    document = over(document, "--light", light, "light");
    document = over(document, "--light-prior", quoted(lightPrior), "lightPrior", "folder");
    document = over(document, "--backgrounds", quoted(backgrounds), "backgrounds");
    if (!truth.isEmpty()) {
      document = document.with(List.of("truth"), truth.toString(), "--truth");
    }
    return withMaps(document).as(GeneratorSpec.class);
  }

  private StrictYaml withMaps(StrictYaml base) {
    StrictYaml document = base;
    for (Map.Entry<String, String> entry : laws.entrySet()) {
      String option = "--law " + entry.getKey();
      String law = LawText.law(option, entry.getValue());
      document = document.with(List.of("laws", entry.getKey()), law, option);
    }
    if (!sweep.isEmpty()) {
      List<String> axes = new ArrayList<>();
      sweep.forEach((control, values) -> axes.add(LawText.axis(control, values)));
      document = document.with(List.of("sweep"), axes.toString(), "--sweep");
    }
    for (Map.Entry<String, String> entry : set.entrySet()) {
      List<String> path = Arrays.asList(entry.getKey().split("/", -1));
      document = document.with(path, entry.getValue(), "--set " + entry.getKey());
    }
    return document;
  }

  /** Returns a path as YAML text, whatever characters are in it. */
  private static @Nullable String quoted(@Nullable String text) {
    return text == null ? null : "'" + text.replace("'", "''") + "'";
  }

  private static StrictYaml over(
      StrictYaml document, String option, @Nullable String value, String... path) {
    return value == null ? document : document.with(List.of(path), value, option);
  }
}
