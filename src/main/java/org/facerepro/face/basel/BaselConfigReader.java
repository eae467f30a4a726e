package org.facerepro.face.basel;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.SpecException;
import org.facerepro.face.basel.BaselConfiguration.Backgrounds;
import org.facerepro.face.basel.BaselConfiguration.Centring;
import org.facerepro.face.basel.BaselConfiguration.ControlledFaces;
import org.facerepro.face.basel.BaselConfiguration.Defaults;
import org.facerepro.face.basel.BaselConfiguration.Illumination;
import org.facerepro.face.basel.BaselConfiguration.IlluminationType;
import org.facerepro.face.basel.BaselConfiguration.ImageKind;
import org.facerepro.face.basel.BaselConfiguration.ModelPart;
import org.facerepro.face.basel.BaselConfiguration.PoseLaws;
import org.facerepro.face.basel.BaselConfiguration.Program;
import org.facerepro.face.basel.BaselConfiguration.RandomFaces;
import org.facerepro.face.basel.BaselConfiguration.RegionMap;
import org.facerepro.face.basel.file.RenderParameters;
import org.facerepro.face.law.Law;

/**
 * Reads the Basel generator's configuration V1.0 for either program; which one it is shows in its
 * blocks. Unknown keys, missing keys and wrong types are errors with their path; the blocks of
 * seed, coefficient laws, landmarks, region maps and occlusion, which not every release writes, may
 * lack. An occlusion other than none is refused.
 */
public final class BaselConfigReader {
  private static final String VERSION = "V1.0";
  private static final Law STANDARD_NORMAL = new Law.Gaussian(0, 1);

  private final ConfigBlock root;
  private final Semantics semantics;

  private BaselConfigReader(ConfigBlock root, Semantics semantics) {
    this.root = root;
    this.semantics = semantics;
  }

  /**
   * Reads a file.
   *
   * @throws SpecException if it is anything else, with the path of the key
   * @throws org.facerepro.core.DataUnavailableException if there is none
   */
  public static BaselConfiguration read(Path file, Semantics semantics) {
    try {
      return of(Json.read(file, JsonNode.class), file.toString(), semantics);
    } catch (CorruptDataException e) {
      throw new SpecException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads a text; {@code origin} is the name that errors carry. */
  public static BaselConfiguration read(byte[] json, String origin, Semantics semantics) {
    try {
      return of(Json.read(json, JsonNode.class, origin), origin, semantics);
    } catch (CorruptDataException e) {
      throw new SpecException(String.valueOf(e.getMessage()), e);
    }
  }

  private static BaselConfiguration of(JsonNode tree, String origin, Semantics semantics) {
    return new BaselConfigReader(new ConfigBlock(origin, tree), semantics).configuration();
  }

  private BaselConfiguration configuration() {
    String version = root.text("format-version");
    if (!version.equals(VERSION)) {
      throw root.wrong("format-version", "\"" + VERSION + "\"", "\"" + version + "\"");
    }
    boolean controlled = root.has("pose-range");
    Program program = controlled ? controlled() : random();
    BaselConfiguration out =
        new BaselConfiguration(
            program,
            seed(),
            output(),
            backgrounds(),
            kinds(),
            model(),
            centring(root.block(controlled ? "pose-range" : "pose-variation")),
            size(),
            defaults(),
            root.has("landmark-tags") ? root.texts("landmark-tags") : List.of(),
            regions(),
            semantics);
    if (root.has("occlusionMode") && !root.text("occlusionMode").equals("none")) {
      throw root.wrong("occlusionMode", "none", root.text("occlusionMode"));
    }
    root.done();
    return out;
  }

  private long seed() {
    if (!root.has("general")) {
      return 0;
    }
    ConfigBlock block = root.block("general");
    long seed = block.longNumber("random-seed");
    block.done();
    return seed;
  }

  private String output() {
    ConfigBlock block = root.block("output-location");
    String directory = block.text("output-directory");
    block.done();
    return directory;
  }

  private Backgrounds backgrounds() {
    ConfigBlock block = root.block("backgrounds");
    Backgrounds out =
        new Backgrounds(
            block.truth("insert-background-image"),
            block.text("background-images-directory"),
            block.text("background-image-extension"));
    block.done();
    return out;
  }

  private Set<ImageKind> kinds() {
    ConfigBlock block = root.block("rendering-methods");
    Set<ImageKind> out = EnumSet.noneOf(ImageKind.class);
    for (ImageKind kind : ImageKind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String key = kind == ImageKind.RENDER ? "render" : "render-" + name;
      boolean needed = kind != ImageKind.REGION_MAPS || block.has(key);
      if (needed && block.truth(key)) {
        out.add(kind);
      }
    }
    block.done();
    return out;
  }

  private ModelPart model() {
    ConfigBlock block = root.block("morphable-model-parameters");
    ModelPart out =
        new ModelPart(
            block.whole("number-of-ids-to-create", 1),
            block.whole("number-of-samples-per-id", 1),
            block.text("model-filename"),
            block.whole("dimension-of-shape-space", 0),
            block.whole("dimension-of-color-space", 0),
            block.whole("dimension-of-expression-space", 0),
            coefficients(block, "shape-distribution"),
            coefficients(block, "color-distribution"),
            coefficients(block, "expression-distribution"),
            block.truth("add-expressions"));
    block.done();
    return out;
  }

  private Law coefficients(ConfigBlock block, String key) {
    return block.has(key) ? BaselLaws.read(block, key, semantics) : STANDARD_NORMAL;
  }

  private static Centring centring(ConfigBlock block) {
    String name = block.text("center-faces");
    return switch (name) {
      case "none" -> Centring.NONE;
      case "facebox" -> Centring.FACEBOX;
      case "landmark" -> Centring.LANDMARK;
      default -> throw block.wrong("center-faces", "none, facebox or landmark", name);
    };
  }

  private RenderParameters.ImageSize size() {
    ConfigBlock block = root.block("image-dimensions");
    RenderParameters.ImageSize out =
        new RenderParameters.ImageSize(
            block.whole("image-width", 1), block.whole("image-height", 1));
    block.done();
    return out;
  }

  private Defaults defaults() {
    ConfigBlock block = root.block("default-parameters");
    Defaults out =
        new Defaults(
            block.record("pose-transform", RenderParameters.Pose.class),
            block.record("view-transform", RenderParameters.View.class),
            block.record("camera", RenderParameters.Camera.class),
            block.record("color-transform", RenderParameters.ColorTransform.class));
    block.done();
    return out;
  }

  private List<RegionMap> regions() {
    if (!root.has("region-maps")) {
      return List.of();
    }
    JsonNode maps = root.value("region-maps");
    List<RegionMap> out = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      ConfigBlock block = new ConfigBlock(root.path("region-maps/" + i), maps.get(i));
      out.add(new RegionMap(block.text("name"), block.text("mapping"), block.text("png")));
      block.done();
    }
    root.require(maps.isArray(), "region-maps", "a list", maps);
    return out;
  }

  private RandomFaces random() {
    ConfigBlock block = root.block("pose-variation");
    PoseLaws pose =
        new PoseLaws(
            BaselLaws.read(block, "yaw-distribution", semantics),
            BaselLaws.read(block, "pitch-distribution", semantics),
            BaselLaws.read(block, "roll-distribution", semantics),
            BaselLaws.read(block, "x-translation-distribution", semantics),
            BaselLaws.read(block, "y-translation-distribution", semantics),
            BaselLaws.read(block, "scaling-distribution", semantics));
    centring(block);
    block.done();
    return new RandomFaces(illumination(), pose);
  }

  private Illumination illumination() {
    ConfigBlock block = root.block("illumination-parameters");
    String type = block.text("illumination-type");
    boolean fixed = block.truth("illumination-prior-fix-energy");
    double energy = block.number("illumination-prior-fix-energy-value");
    if (fixed && energy <= 0) {
      throw block.wrong("illumination-prior-fix-energy-value", "a number above 0", energy);
    }
    Illumination out =
        new Illumination(
            switch (type) {
              case "empirical" -> IlluminationType.EMPIRICAL;
              case "multiVariateNormal" -> IlluminationType.MULTIVARIATE_NORMAL;
              case "staticFrontal" -> IlluminationType.STATIC_FRONTAL;
              default ->
                  throw block.wrong(
                      "illumination-type", "empirical, multiVariateNormal or staticFrontal", type);
            },
            block.text("illumination-prior-directory"),
            block.truth("illumination-prior-no-color"),
            fixed ? Optional.of(energy) : Optional.empty(),
            block.record("directional-light", RenderParameters.DirectionalLight.class));
    block.done();
    return out;
  }

  private ControlledFaces controlled() {
    ConfigBlock pose = root.block("pose-range");
    ControlledGrid grid =
        new ControlledGrid(
            single("background-variation", "back-range"),
            BaselRange.read(pose, "yaw-range", semantics),
            BaselRange.read(pose, "pitch-range", semantics),
            BaselRange.read(pose, "roll-range", semantics),
            single("illumination-angle", "illu-range"));
    centring(pose);
    pose.done();
    return new ControlledFaces(grid);
  }

  private List<Double> single(String block, String key) {
    ConfigBlock range = root.block(block);
    List<Double> out = BaselRange.read(range, key, semantics);
    range.done();
    return out;
  }
}
