package org.facerepro.experiment.dataset;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.experiment.generation.BuiltInSource;
import org.facerepro.face.FaceGenerator;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.law.Law;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.truth.AttributeHistogram;
import org.facerepro.face.truth.FaceAttribute;
import org.facerepro.face.truth.TruthPart;
import org.facerepro.image.PictureFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetCardTest {
  @TempDir static Path folder;
  private static SetCard card;
  private static final List<JsonNode> ANNOTATIONS = new ArrayList<>();
  private static final List<FaceEntry> ENTRIES = new ArrayList<>();

  @BeforeAll
  static void make() {
    GeneratorSpec spec = new GeneratorSpec(FaceDomain.PROXY_REAL, 5, 4);
    SetRecipe recipe =
        new SetRecipe(SetRecipe.SCHEMA, Json.tree(spec), 3, SetFormat.SHARDS, "jpg", 7, "test");
    BuiltInSource source = new BuiltInSource(spec, new Seed(3), PictureFormat.JPEG);
    FaceSetJob job = new FaceSetJob(folder, recipe, source, ShardSelection.ALL);
    job.run(2, Progress.SILENT);
    card = Json.read(job.card(), SetCard.class);
    try (FaceSet faces = FaceSet.open(folder)) {
      for (FaceEntry entry : faces.samples()) {
        ENTRIES.add(entry);
        ANNOTATIONS.add(faces.annotations(entry));
      }
    }
  }

  @Test
  void pictures_areThoseOfTheSet() {
    long bytes = ENTRIES.stream().mapToLong(FaceEntry::length).sum();
    assertThat(card.subjects()).isEqualTo(5);
    assertThat(card.samplesPerSubject()).isEqualTo(4);
    assertThat(card.pictures().count()).isEqualTo(20);
    assertThat(card.pictures().bytes()).isEqualTo(bytes);
    assertThat(card.pictures().meanBytes()).isEqualTo(bytes / 20.0);
    assertThat(card.pictures().maxBytes())
        .isEqualTo(ENTRIES.stream().mapToInt(FaceEntry::length).max().orElseThrow());
  }

  @Test
  void numbers_areTheMomentsOfTheParameters() {
    double[] yaw = ANNOTATIONS.stream().mapToDouble(a -> a.at("/pose/yaw").asDouble()).toArray();
    double mean = java.util.Arrays.stream(yaw).average().orElseThrow();
    NumberSummary summary = requireNonNull(card.attributes().numbers().get("pose.yaw"));
    assertThat(summary.count()).isEqualTo(20);
    assertThat(summary.mean()).isEqualTo(mean, within(1e-9));
    assertThat(summary.bins().stream().mapToLong(Long::longValue).sum()).isEqualTo(20);
    for (int bin = 0; bin < summary.bins().size(); bin++) {
      double low = summary.from() + bin * summary.width();
      long inside =
          java.util.Arrays.stream(yaw).filter(v -> v >= low && v < low + summary.width()).count();
      assertThat(summary.bins().get(bin)).isEqualTo(inside);
    }
  }

  @Test
  void categories_countPictures() {
    long glasses =
        ANNOTATIONS.stream().filter(a -> a.at("/accessories/glasses").asBoolean()).count();
    long counted =
        requireNonNull(card.attributes().categories().get("accessories.glasses"))
            .getOrDefault("true", 0L);
    assertThat(counted).isEqualTo(glasses);
  }

  @Test
  void distances_areThoseOfTheCoefficients() {
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < i; j++) {
        smallest = Math.min(smallest, distance(ANNOTATIONS.get(4 * i), ANNOTATIONS.get(4 * j)));
      }
    }
    SubjectDistances distances = requireNonNull(card.distances());
    assertThat(distances.compared()).isEqualTo(5);
    assertThat(distances.smallest()).isEqualTo(smallest, within(1e-5));
  }

  private static double distance(JsonNode a, JsonNode b) {
    double sum = 0;
    int count = 0;
    for (String space : List.of("shape", "colour")) {
      for (var field : a.path(space).properties()) {
        double difference =
            field.getValue().asDouble() - b.at("/" + space + "/" + field.getKey()).asDouble();
        sum += difference * difference;
        count++;
      }
    }
    return Math.sqrt(sum / count);
  }

  @Test
  void distances_areThoseOfTheMinimumDistance() {
    double smallest = requireNonNull(card.distances()).smallest();
    assertThat(people(smallest - 1e-9)).isEqualTo(people(null));
    assertThat(people(smallest + 1e-9)).isNotEqualTo(people(null));
    assertThat(smallest).isBetween(1.0, 2.5);
  }

  private static List<Map<ShapeComponent, Double>> people(@Nullable Double minimumDistance) {
    GeneratorSpec spec =
        new GeneratorSpec(
            FaceDomain.PROXY_REAL,
            5,
            4,
            null,
            Map.of(),
            List.of(),
            List.of(),
            null,
            minimumDistance);
    FaceGenerator generator = new FaceGenerator(spec, new Seed(3));
    return IntStream.range(0, 5).mapToObj(i -> generator.identity(i).shape()).toList();
  }

  @Test
  void laws_areThoseOfTheDomainAndTheSpecificationTogether() throws IOException {
    GeneratorSpec spec = new GeneratorSpec(FaceDomain.PROXY_REAL, 5, 4);
    assertThat(card.laws()).isEqualTo(spec.lawsInForce().byName());
    assertThat(card.laws()).containsEntry("subject.shapeScale", new Law.Constant(1.3));
    assertThat(Files.readString(folder.resolve("README.md")))
        .contains("| sensor.jpegQuality | `{\"law\":\"grid\",\"start\":40.0,");
  }

  @ParameterizedTest
  @EnumSource(
      value = SetFormat.class,
      names = {"SHARDS", "FOLDER"})
  void labels_countThePicturesOfTheTruthBesideThem(SetFormat format, @TempDir Path place)
      throws IOException {
    GeneratorSpec spec =
        new GeneratorSpec(FaceDomain.GRAPHICS, 3, 2).withTruth(List.of(TruthPart.ATTRIBUTES));
    SetRecipe recipe =
        new SetRecipe(SetRecipe.SCHEMA, Json.tree(spec), 3, format, "jpg", 4, "test");
    BuiltInSource source = new BuiltInSource(spec, new Seed(3), PictureFormat.JPEG);
    FaceSetJob job = new FaceSetJob(place, recipe, source, ShardSelection.ALL);
    job.run(1, Progress.SILENT);
    SetCard written = Json.read(job.card(), SetCard.class);
    long men =
        requireNonNull(written.attributes().categories().get("traits.masculine"))
            .getOrDefault("true", 0L);
    assertThat(written.labels())
        .hasSize(FaceAttribute.values().length)
        .containsEntry("Male", new AttributeHistogram.Count(men, 6 - men, 0))
        .containsEntry("Attractive", new AttributeHistogram.Count(0, 0, 6));
    assertThat(Files.readString(place.resolve("README.md")))
        .contains("\n## Labels\n\n| attribute |")
        .contains("| Male | %d | %d | 0 |".formatted(men, 6 - men));
  }

  @Test
  void labels_thatNobodyAskedFor_areNotCounted() {
    assertThat(card.labels()).isEmpty();
  }

  @Test
  void files_haveTheirHashes() throws IOException {
    assertThat(card.files()).hasSize(3);
    for (var file : card.files().entrySet()) {
      assertThat(Sha256.ofFile(folder.resolve(file.getKey())).hex()).isEqualTo(file.getValue());
    }
  }

  @Test
  void page_saysLicenceSeedAndRealDataUse() throws IOException {
    assertThat(Files.readString(folder.resolve("README.md")))
        .contains("Apache-2.0", "| seed | 3 |", "Real data: no face in any picture", "pose.yaw");
  }
}
