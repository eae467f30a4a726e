package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.nn.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes the key of an artifact, and what does not. */
class KeyTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir Path folder;

  static List<Class<?>> records() {
    return reachable().stream().filter(Class::isRecord).toList();
  }

  static List<Class<?>> choices() {
    return reachable().stream().filter(type -> type.isSealed() && type != Stage.class).toList();
  }

  /** Keys are made from the JSON form of a stage; its kind stands beside it. */
  @ParameterizedTest
  @MethodSource("records")
  void everyComponent_isPartOfTheKey(Class<?> record) {
    assertThat(
            MAPPER
                .getSerializationConfig()
                .introspect(MAPPER.constructType(record))
                .findProperties())
        .extracting(BeanPropertyDefinition::getName)
        .containsAll(
            Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList());
  }

  @ParameterizedTest
  @MethodSource("choices")
  void everyChoiceAmongKinds_isPartOfTheKey(Class<?> sealed) {
    assertThat(sealed.getAnnotation(JsonTypeInfo.class)).isNotNull();
    assertThat(sealed.getAnnotation(JsonSubTypes.class).value())
        .extracting(JsonSubTypes.Type::name)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(sealed.getPermittedSubclasses()).map(EnumNames::ofType).toList());
  }

  @Test
  void anyOneNumberOfAStage_changesItsKey() throws IOException {
    Map<String, String> before = keys(tiny());
    int changes = 0;
    for (YamlNumbers.Change change : YamlNumbers.changes(tiny())) {
      if (change.isValid()) {
        assertThat(keys(change.yaml()).get(change.stage()))
            .as(change.toString())
            .isNotEqualTo(before.get(change.stage()));
        changes++;
      }
    }
    assertThat(changes).isGreaterThan(30);
  }

  @Test
  void comments_changeNoKey() throws IOException {
    String commented = tiny().replaceAll("(?m)^( *[a-zA-Z-]+:.*)$", "  # why\n$1 # because");
    assertThat(commented).contains("# because");
    assertThat(keys(commented)).isEqualTo(keys(tiny()));
  }

  @Test
  void theOrderOfKeys_andTheSpellingOfNumbers_changeNoKey() throws IOException {
    String other = YamlNumbers.respelled(tiny());
    assertThat(other).contains("+3", "5.0e-4");
    assertThat(keys(other)).isEqualTo(keys(tiny()));
  }

  @Test
  void oneByteOfARealPicture_changesTheKeyOfTheFacesCollected() throws IOException {
    Path picture = Files.createDirectories(folder.resolve("faces/s1")).resolve("1.pgm");
    Stage.Collect stage =
        new Stage.Collect(
            List.of("faces"), null, true, null, null, null, null, null, "free", "made up");
    Files.writeString(picture, "P2 1 1 1 0");
    String before = StageRunners.of(stage).external(stage, workspace());
    Files.writeString(picture, "P2 1 1 1 1");
    assertThat(StageRunners.of(stage).external(stage, workspace())).isNotEqualTo(before);
  }

  @Test
  void everyFactOfAKey_changesIt() {
    Map<String, String> input = Map.of("faces", "a");
    List<ArtifactKey> others =
        List.of(
            new ArtifactKey("train", Json.tree(1), 1, input, "none", "v1", "java"),
            new ArtifactKey("embed", Json.tree(1), 1, input, "none", "v1", "java"),
            new ArtifactKey("train", Json.tree(2), 1, input, "none", "v1", "java"),
            new ArtifactKey("train", Json.tree(1), 2, input, "none", "v1", "java"),
            new ArtifactKey("train", Json.tree(1), 1, Map.of("faces", "b"), "none", "v1", "java"),
            new ArtifactKey("train", Json.tree(1), 1, Map.of("dev", "a"), "none", "v1", "java"),
            new ArtifactKey("train", Json.tree(1), 1, input, "bytes", "v1", "java"),
            new ArtifactKey("train", Json.tree(1), 1, input, "none", "v2", "java"),
            new ArtifactKey("train", Json.tree(1), 1, input, "none", "v1", "other"));
    assertThat(ArtifactKey.class.getRecordComponents()).hasSize(7);
    assertThat(others.stream().map(ArtifactKey::hex).distinct()).hasSize(others.size());
  }

  @Test
  void codeVersions_ofAllKindsOfStages_differ() {
    List<StageRunner<? extends Stage>> runners = new ArrayList<>();
    for (Class<?> kind : Stage.class.getPermittedSubclasses()) {
      runners.add(StageRunners.ofKind(kind));
    }
    assertThat(runners.stream().map(runner -> version(runner, runner.code())).distinct())
        .hasSameSizeAs(runners);
    assertThat(runners.stream().map(runner -> version(runner, List.of("core"))).distinct())
        .as("by the class that does the work alone")
        .hasSameSizeAs(runners);
  }

  private static String version(StageRunner<?> runner, List<String> code) {
    return CodeVersion.of(runner.getClass(), code);
  }

  private static Set<Class<?>> reachable() {
    Set<Class<?>> found = new LinkedHashSet<>();
    collect(Stage.class, found);
    return found;
  }

  private static void collect(Type type, Set<Class<?>> found) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(t -> collect(t, found));
      return;
    }
    Class<?> plain = (Class<?>) type;
    if ((plain.isSealed() || plain.isRecord()) && found.add(plain)) {
      if (plain.isSealed()) {
        Arrays.stream(plain.getPermittedSubclasses()).forEach(t -> collect(t, found));
      } else {
        Arrays.stream(plain.getRecordComponents())
            .forEach(component -> collect(component.getGenericType(), found));
      }
    }
  }

  private static String tiny() throws IOException {
    return Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml"));
  }

  private Map<String, String> keys(String yaml) {
    ExperimentSpec spec = ExperimentSpec.parse(yaml, "spec.yaml", Scale.EMBEDDED);
    Planner planner = Planner.of(spec, 1, workspace());
    Map<String, String> keys = new TreeMap<>();
    spec.stages()
        .keySet()
        .forEach(name -> planner.key(name).ifPresent(key -> keys.put(name, key.hex())));
    return keys;
  }

  private Workspace workspace() {
    return new Workspace(
        HOME, new ArtifactStore(folder), folder, Compute.of("auto"), Progress.SILENT);
  }
}
