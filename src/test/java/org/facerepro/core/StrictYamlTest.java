package org.facerepro.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictYamlTest {

  enum Domain {
    GRAPHICS,
    PROXY_REAL
  }

  sealed interface Shape {
    record Circle(double radius) implements Shape {}

    record RoundedBox(int width, double corner) implements Shape {}
  }

  @YamlForm(otherwise = Fence.Wood.class)
  sealed interface Fence {
    record Wood(int planks) implements Fence {}

    record Wire(double gauge) implements Fence {}
  }

  record Garden(List<Fence> fences) {}

  record House(
      String name,
      int rooms,
      double height,
      boolean garden,
      Domain domain,
      @Nullable String owner,
      List<Integer> doors,
      Map<String, Shape> shapes) {
    House {
      Require.between("rooms", rooms, 1, 9);
    }
  }

  private static final String VALID =
      """
      name: small
      rooms: 3
      height: 2.5
      garden: true
      domain: proxy-real
      doors: [1, 2]
      shapes:
        a: {kind: circle, radius: 1}
        b: {kind: rounded-box, width: 4, corner: 0.5}
      """;

  @Test
  void as_withAValidDocument_fillsEveryComponent() {
    assertThat(read(VALID))
        .isEqualTo(
            new House(
                "small",
                3,
                2.5,
                true,
                Domain.PROXY_REAL,
                null,
                List.of(1, 2),
                Map.of("a", new Shape.Circle(1), "b", new Shape.RoundedBox(4, 0.5))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rooms: 3         | roomz: 3        | spec.yaml:2: key 'roomz' is unknown in 'document'
          rooms: 3         | roomz: 3        | did you mean 'rooms'?
          rooms: 3         | garden: true    | spec.yaml:4: key 'garden' is a duplicate
          height: 2.5      | # gone          | misses key 'height', expected a finite number
          height: 2.5      | height: .nan    | spec.yaml:3: key 'height': expected a finite number
          height: 2.5      | height: high    | spec.yaml:3: key 'height': expected a finite number
          height: 2.5      | height: 1e999   | spec.yaml:3: key 'height': expected a finite number
          rooms: 3         | rooms: 3.5      | spec.yaml:2: key 'rooms': expected a whole number
          rooms: 3         | rooms: 12       | spec.yaml:2: rooms: expected a whole number from 1 to 9
          rooms: 3         | rooms: '3'      | spec.yaml:2: key 'rooms': expected a whole number
          garden: true     | garden: yes     | spec.yaml:4: key 'garden': expected true or false
          name: small      | name: 5         | spec.yaml:1: key 'name': expected a text
          name: small      | name:           | spec.yaml:1: key 'name': expected a text
          doors: [1, 2]    | doors: 4        | spec.yaml:6: key 'doors': expected a list
          proxy-real       | proxy-reel      | did you mean 'proxy-real'?
          kind: circle,    | kind: cirkle,   | expected one of circle, rounded-box
          kind: circle,    |                 | misses key 'kind'
          radius: 1        | radius: {a: 1}  | spec.yaml:8: key 'radius': expected a finite number
          """)
  void as_withABrokenDocument_namesPlaceKeyAndExpectation(
      String from, @Nullable String to, String message) {
    String broken = VALID.replace(from, to == null ? "" : to);
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }

  @Test
  void parse_ofSomethingThatIsNotYaml_namesTheLine() {
    assertThatThrownBy(() -> read("name: [1,\nrooms: 3"))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("spec.yaml:2: not valid YAML");
  }

  @Test
  void parse_ofATextThatIsTooLong_saysHowLongItMayBe() {
    String tooLong = "name: small\n" + ("# " + "x".repeat(97) + "\n").repeat(32_000);
    assertThatThrownBy(() -> read(tooLong + "rooms: 3\n"))
        .isInstanceOf(SpecException.class)
        .hasMessage("spec.yaml:1: longer than the 3145728 characters that are read: shorten it");
  }

  @Test
  void place_ofAPathOfKeys_isTheLineOfItsLastKeyAsFarAsItGoes() {
    StrictYaml yaml = StrictYaml.parse(VALID, "spec.yaml");
    assertThat(yaml.place("rooms")).isEqualTo("spec.yaml:2");
    assertThat(yaml.place("shapes/b/width")).isEqualTo("spec.yaml:9");
    assertThat(yaml.place("shapes/c/width")).isEqualTo("spec.yaml:7");
    assertThat(yaml.place("windows/x")).isEqualTo("spec.yaml:1");
  }

  @Test
  void overlay_laysTheChosenScaleOverTheRest() {
    String scaled = VALID + "scales:\n  big: {rooms: 9, shapes: {a: {radius: 7}}}\n";
    House house = StrictYaml.parse(scaled, "spec.yaml").overlay("scales", "big").as(House.class);
    assertThat(house.rooms()).isEqualTo(9);
    assertThat(house.shapes())
        .containsEntry("a", new Shape.Circle(7))
        .containsEntry("b", new Shape.RoundedBox(4, 0.5));
  }

  @Test
  void overlay_withAnotherKind_keepsNothingOfTheFirst() {
    String scaled = VALID + "scales:\n  big: {shapes: {b: {kind: circle, radius: 2}}}\n";
    House house = StrictYaml.parse(scaled, "spec.yaml").overlay("scales", "big").as(House.class);
    assertThat(house.shapes()).containsEntry("b", new Shape.Circle(2));
  }

  record Recipe(Network network) {}

  record Network(String backbone, @Nullable String rectifier, int side) {}

  @Test
  void overlay_withAnotherBackbone_keepsNothingOfTheFirst() {
    String scaled =
        """
        network: {backbone: ir-nano, rectifier: prelu, side: 32}
        scales:
          big: {network: {backbone: nn4, side: 96}}
          same: {network: {backbone: ir-nano, side: 40}}
        """;
    StrictYaml yaml = StrictYaml.parse(scaled, "spec.yaml");
    assertThat(yaml.overlay("scales", "big").as(Recipe.class).network())
        .isEqualTo(new Network("nn4", null, 96));
    assertThat(yaml.overlay("scales", "same").as(Recipe.class).network())
        .isEqualTo(new Network("ir-nano", "prelu", 40));
  }

  @Test
  void overlay_withoutAnEntryForTheScale_onlyDropsTheSection() {
    String scaled = VALID + "scales:\n  big: {rooms: 9}\n";
    assertThat(StrictYaml.parse(scaled, "spec.yaml").overlay("scales", "small").as(House.class))
        .isEqualTo(read(VALID));
  }

  private static House read(String text) {
    return StrictYaml.parse(text, "spec.yaml").as(House.class);
  }

  private static StrictYaml valid() {
    return StrictYaml.parse(VALID, "house.yaml");
  }

  @Test
  void with_aValue_replacesWhatWasThere() {
    assertThat(valid().with(List.of("rooms"), "5", "--rooms").as(House.class).rooms()).isEqualTo(5);
  }

  @Test
  void with_aNestedPath_keepsItsNeighbours() {
    House house =
        valid()
            .with(List.of("shapes", "b"), "{kind: circle, radius: 2}", "--shape b")
            .with(List.of("shapes", "c"), "{kind: circle, radius: 3}", "--shape c")
            .as(House.class);
    assertThat(house.shapes())
        .containsEntry("a", new Shape.Circle(1))
        .containsEntry("b", new Shape.Circle(2))
        .containsEntry("c", new Shape.Circle(3));
  }

  @ParameterizedTest
  @CsvSource({"rooms, 12", "rooms, many", "rooms, '{'", "colour, red", "rooms, ''"})
  void with_aWrongValue_namesItsOriginAndNotTheFile(String key, String value) {
    assertThatThrownBy(() -> valid().with(List.of(key), value, "--set " + key).as(House.class))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("--set " + key)
        .hasMessageNotContaining("house.yaml");
  }

  @Test
  void with_aValue_leavesErrorsOfTheFileWhereTheyAre() {
    StrictYaml broken = StrictYaml.parse(VALID.replace("2.5", "tall"), "house.yaml");
    assertThatThrownBy(() -> broken.with(List.of("rooms"), "5", "--rooms").as(House.class))
        .hasMessageStartingWith("house.yaml:3: key 'height'");
  }

  @Test
  void ofSchema_ofTheRightOne_takesTheKeyAway() {
    assertThat(StrictYaml.parse("schema: a/v1\n" + VALID, "f").ofSchema("a/v1").as(House.class))
        .isEqualTo(valid().as(House.class));
  }

  @ParameterizedTest
  @CsvSource({"schema: b/v1", "other: 1"})
  void ofSchema_ofAnotherOne_namesTheOneExpected(String line) {
    assertThatThrownBy(() -> StrictYaml.parse(line, "f.yaml").ofSchema("a/v1"))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("f.yaml:1:")
        .hasMessageContaining("a/v1");
  }

  @Test
  void as_aChoiceWithoutItsKind_isTheOneThatStandsForThat() {
    String text = "fences: [{planks: 3}, {kind: wire, gauge: 2}, {kind: wood, planks: 4}]";
    assertThat(StrictYaml.parse(text, "garden.yaml").as(Garden.class).fences())
        .containsExactly(new Fence.Wood(3), new Fence.Wire(2), new Fence.Wood(4));
  }

  @Test
  void as_aChoiceWithoutItsKind_staysStrictAboutKeys() {
    assertThatThrownBy(
            () -> StrictYaml.parse("fences: [{gauge: 2}]", "garden.yaml").as(Garden.class))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("gauge");
  }
}
