package org.facerepro.face.basel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselFilesTest {
  @TempDir Path folder;

  @Test
  void csvRow_ofTheBaselModel_has536NumbersInTheirPlaces() {
    List<Double> row = CsvRow.of(parameters(199, 199, 100), CsvLayout.BASEL).values();

    assertThat(row).hasSize(536);
    assertThat(row.subList(0, 11))
        .containsExactly(0.1, -0.2, 0.3, 1.0, 2.0, -1000.0, 0.01, -0.02, 50.0, 15.0, 15.5);
    assertThat(row.get(11)).isEqualTo(1000.0);
    assertThat(row.get(11 + 199)).isEqualTo(2000.0);
    assertThat(row.get(11 + 398)).isEqualTo(3000.0);
    assertThat(row.get(11 + 498 - 1)).isEqualTo(3099.0);
    assertThat(row.subList(509, 512)).containsExactly(0.0, 0.25, 0.5);
    assertThat(row.get(535)).isEqualTo(8.5);
  }

  @Test
  void csvRow_ofADimensionOfZero_writesOneZero() {
    CsvLayout layout = new CsvLayout(3, 0, 0);

    CsvRow row = CsvRow.of(parameters(3, 0, 0), layout);

    assertThat(row.values()).hasSize(11 + 3 + 1 + 1 + 27);
    assertThat(row.values().subList(14, 16)).containsExactly(0.0, 0.0);
  }

  @Test
  void csvRow_withCoefficientsThatDoNotFit_isRefused() {
    assertThatThrownBy(() -> CsvRow.of(parameters(3, 2, 1), new CsvLayout(3, 2, 0)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("expression");
  }

  @Test
  void csvRow_writtenAndRead_isTheSame() {
    Path file = folder.resolve("0_0.csv");
    CsvLayout layout = new CsvLayout(4, 3, 2);
    CsvRow row = CsvRow.of(parameters(4, 3, 2), layout);

    row.write(file);

    assertThat(CsvRow.read(file, layout)).isEqualTo(row);
    RenderParameters back =
        CsvRow.read(file, layout).toParameters(new RenderParameters.ImageSize(227, 227));
    assertThat(back.momo().color()).containsExactly(2000.0, 2001.0, 2002.0);
    assertThat(back.environmentMap()).isEqualTo(parameters(4, 3, 2).environmentMap());
    assertThat(back.pose()).isEqualTo(parameters(4, 3, 2).pose());
  }

  @Test
  void csvRow_withTooFewNumbers_saysHowManyItNeeds() throws IOException {
    Path file = Files.writeString(folder.resolve("short.csv"), "1,2,3\n");

    assertThatThrownBy(() -> CsvRow.read(file, CsvLayout.BASEL))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("has 3 numbers, expected 536");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "x", "", "Infinity"})
  void csvRow_withWhatIsNoNumber_namesTheColumn(String bad) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), "1," + bad + ",3\n");

    assertThatThrownBy(() -> CsvRow.read(file, CsvLayout.BASEL))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("column 2");
  }

  @Test
  void rps_writtenAndRead_isTheSame() {
    Path file = folder.resolve("0_0.rps");
    RenderParameters parameters = parameters(5, 4, 3);

    RpsFile.write(file, parameters);

    assertThat(RpsFile.read(file)).isEqualTo(parameters);
  }

  @Test
  void rps_namesTheBlocksOfTheFormat() {
    String json = json();

    assertThat(json)
        .contains("\"pose\": {", "\"view\": {", "\"camera\": {", "\"environmentMap\": {")
        .contains("\"directionalLight\": {", "\"momo\": {", "\"imageSize\": {")
        .contains("\"colorTransform\": {", "\"version\": \"V4.0\"");
  }

  @Test
  void rps_ofAnotherVersion_isRefused() throws IOException {
    String json = json().replace("V4.0", "V3.0");
    Path file = Files.writeString(folder.resolve("old.rps"), json);

    assertThatThrownBy(() -> RpsFile.read(file))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("V4.0");
  }

  @Test
  void rps_withoutABlock_isRefusedAndNamed() throws IOException {
    String json = json().replace("\"view\"", "\"v\"");
    Path file = Files.writeString(folder.resolve("bad.rps"), json);

    assertThatThrownBy(() -> RpsFile.read(file))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("bad.rps");
  }

  @Test
  void rps_withTypeMarksInItsBlocks_isRead() throws IOException {
    String json = json();
    Path file =
        Files.writeString(
            folder.resolve("typed.rps"),
            json.replace("\"momo\": {", "\"momo\": {\"@type\": \"MoMoInstance\", "));

    assertThat(RpsFile.read(file)).isEqualTo(parameters(1, 1, 1));
  }

  @Test
  void rps_withAnUnknownKey_isRefused() throws IOException {
    String json = json();
    Path file =
        Files.writeString(
            folder.resolve("bad.rps"), json.replace("\"momo\": {", "\"momo\": {\"x\": 1, "));

    assertThatThrownBy(() -> RpsFile.read(file)).isInstanceOf(CorruptDataException.class);
  }

  @Test
  void tlms_writtenAndRead_isTheSame() {
    Path file = folder.resolve("0_0.tlms");
    List<TlmsFile.Point> points =
        List.of(
            new TlmsFile.Point("center.nose.tip", true, 56.25, 71.0 / 3),
            new TlmsFile.Point("left.lips.corner", false, -3.5, 1e-7));

    TlmsFile.write(file, points);

    assertThat(TlmsFile.read(file)).isEqualTo(points);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tip 1 3", "tip 2 3 4", "tip yes 3 4", "tip 1 x 4", "tip 1 3 4 5"})
  void tlms_withABadLine_namesTheLine(String bad) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.tlms"), "chin 1 2 3\n" + bad + "\n");

    assertThatThrownBy(() -> TlmsFile.read(file))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void tlms_thatIsNotThere_isSaidSo() {
    assertThatThrownBy(() -> TlmsFile.read(folder.resolve("none.tlms")))
        .isInstanceOf(DataUnavailableException.class);
  }

  @Test
  void folders_haveOneFolderPerIdentityAndNamesOfIdAndSample() {
    BaselFolders folders = new BaselFolders(Path.of("out"));

    assertThat(folders.picture(3, 7, "")).isEqualTo(Path.of("out/img/3/3_7.png"));
    assertThat(folders.picture(3, 7, "depth")).isEqualTo(Path.of("out/img/3/3_7_depth.png"));
    assertThat(folders.rps(3, 7)).isEqualTo(Path.of("out/rps/3/3_7.rps"));
    assertThat(folders.csv(0, 0)).isEqualTo(Path.of("out/csv/0/0_0.csv"));
    assertThat(folders.tlms(0, 0)).isEqualTo(Path.of("out/tlms/0/0_0.tlms"));
  }

  private static RenderParameters parameters(int shape, int colour, int expression) {
    List<Triple> light = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      light.add(new Triple(i, i + 0.25, i + 0.5));
    }
    return new RenderParameters(
        new RenderParameters.Pose(1, new Triple(1, 2, -1000), 0.3, 0.1, -0.2),
        RenderParameters.View.ORIGIN,
        new RenderParameters.Camera(50, new Pair(0.01, -0.02), new Pair(15, 15.5), 10, 1e6, false),
        new RenderParameters.EnvironmentMap(light),
        RenderParameters.DirectionalLight.OFF,
        new RenderParameters.Momo(
            numbers(1000, shape), numbers(2000, colour), numbers(3000, expression), ""),
        new RenderParameters.ImageSize(227, 227),
        RenderParameters.ColorTransform.NEUTRAL,
        RenderParameters.VERSION);
  }

  private static String json() {
    return new String(RpsFile.toJson(parameters(1, 1, 1)), StandardCharsets.UTF_8);
  }

  private static List<Double> numbers(int from, int count) {
    List<Double> numbers = new ArrayList<>(Collections.nCopies(count, 0.0));
    for (int i = 0; i < count; i++) {
      numbers.set(i, (double) from + i);
    }
    return numbers;
  }
}
