package org.facerepro.protocol.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Progress;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.data.pickle.VerificationBinWriter.Form;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;
import org.facerepro.protocol.OpenedSets;
import org.facerepro.protocol.TestPictures;
import org.facerepro.protocol.VerificationSet;
import org.facerepro.protocol.convert.ConversionOptions.Wish;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceCollectorTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Path LFW = HOME.resolve("fixtures/protocols/lfw");
  private static final SetTerms TERMS = new SetTerms("own", "mine", "people I know");

  @TempDir private Path folder;
  private Path images = Path.of("");

  /** Six people with one picture up to six. */
  @BeforeEach
  void writeImages() throws IOException {
    images = folder.resolve("images");
    for (int person = 1; person <= 6; person++) {
      for (int picture = 1; picture <= person; picture++) {
        write(person, picture, ImageCodec.png(TestPictures.noise(16, 16, 10L * person + picture)));
      }
    }
  }

  private void write(int person, int picture, byte[] content) throws IOException {
    Path file = images.resolve("P%d/P%d_%d.png".formatted(person, person, picture));
    Files.createDirectories(images.resolve("P" + person));
    Files.write(file, content);
  }

  private static FaceChoice atLeast(int images) {
    return new FaceChoice(null, null, List.of(), images, null, false);
  }

  private FaceChoice listed(@Nullable String people, @Nullable String strangers)
      throws IOException {
    return new FaceChoice(
        null,
        people == null ? null : list("people.txt", people),
        strangers == null ? List.of() : List.of(list("strangers.txt", strangers)),
        1,
        null,
        false);
  }

  private Path list(String name, String lines) throws IOException {
    return Files.writeString(folder.resolve(name), lines);
  }

  private CollectedFaces collect(Path container, FaceChoice choice) {
    return collect(container, choice, new Strangers());
  }

  private CollectedFaces collect(Path container, FaceChoice choice, Strangers strangers) {
    return FaceCollector.run(
        container, choice, strangers, TERMS, folder.resolve("set"), Progress.SILENT);
  }

  private <T> Map<String, T> bySubject(Function<RgbImage, T> of) {
    Map<String, T> faces = new TreeMap<>();
    try (FaceSet set = FaceSet.open(folder.resolve("set"))) {
      for (FaceEntry entry : set.samples()) {
        faces.put(entry.subject() + " " + entry.key(), of.apply(set.decode(entry)));
      }
    }
    return faces;
  }

  private List<String> subjects() {
    try (FaceSet set = FaceSet.open(folder.resolve("set"))) {
      return List.copyOf(set.subjects().keySet());
    }
  }

  private Path converted(String target) {
    Wish wish = new Wish(2, null, null, 1);
    Path to = folder.resolve(target);
    Converter.run(
        images,
        to,
        new ConversionOptions(null, wish, Form.PYTHON3, null, true, false, true, false, false),
        Progress.SILENT);
    return target.endsWith(".rec") ? to.resolveSibling("") : to;
  }

  @ParameterizedTest
  @ValueSource(strings = {"made/train.rec", "made.tar", "made-folder"})
  void collect_fromAnyContainer_givesTheFacesOfTheFolder(String target) {
    collect(images, atLeast(1));
    Map<String, RgbImage> expected = bySubject(face -> face);
    collect(converted(target), atLeast(1));
    assertThat(bySubject(face -> face)).isEqualTo(expected).hasSize(21);
  }

  @Test
  void collect_twice_writesTheSameBytes() throws IOException {
    collect(images, atLeast(1));
    byte[] first = Files.readAllBytes(folder.resolve("set/shard-00000.tar"));
    collect(images, atLeast(1));
    assertThat(folder.resolve("set/shard-00000.tar")).hasBinaryContent(first);
  }

  @Test
  void collect_withLandmarks_givesTheVeryFacesOfTheProtocol() {
    Path pictures = LFW.resolve("lfw/lfw-deepfunneled");
    Path landmarks = LFW.resolve("lfw/landmarks.txt");
    collect(pictures, new FaceChoice(landmarks, null, List.of(), 1, null, false));
    Map<String, RgbImage> faces = bySubject(face -> face);
    Map<String, RgbImage> expected =
        org.facerepro.protocol.CollectedFaces.of(OpenedSets.open("lfw-dev", LFW)).faces;
    assertThat(expected).isNotEmpty();
    expected.forEach(
        (image, face) -> {
          String key = image.substring(0, image.length() - ".jpg".length());
          assertThat(faces).containsEntry(image.split("/", -1)[0] + " " + key, face);
        });
  }

  @Test
  void collect_ofAPersonOfAProtocol_isRefused() {
    Strangers strangers = new Strangers();
    strangers.add((VerificationSet) OpenedSets.open("lfw-dev", LFW));
    Path landmarks = LFW.resolve("lfw/landmarks.txt");
    FaceChoice all = new FaceChoice(landmarks, null, List.of(), 1, null, false);
    assertThatThrownBy(() -> collect(LFW.resolve("lfw/lfw-deepfunneled"), all, strangers))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("chosen to learn from who are to be kept apart: ")
        .hasMessageContaining("Adla_Quandel (protocol lfw-dev)");
  }

  @Test
  void collect_ofAFaceOfAProtocolUnderAnotherName_isRefused() throws IOException {
    VerificationSet set = (VerificationSet) OpenedSets.open("lfw-dev", LFW);
    Strangers strangers = new Strangers();
    strangers.add(set);
    RgbImage face = org.facerepro.protocol.CollectedFaces.of(set).faces.values().iterator().next();
    Path other = Files.createDirectories(folder.resolve("other/Nobody"));
    Files.write(other.resolve("a.png"), ImageCodec.png(face));
    assertThatThrownBy(() -> collect(folder.resolve("other"), atLeast(1), strangers))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("Nobody/a.png is the very picture of one to be kept apart");
  }

  @Test
  void collect_ofAListedStranger_isRefused() throws IOException {
    FaceChoice choice = listed("P2 2\nP3 3\n", "1\nP3\n");
    assertThatThrownBy(() -> collect(images, choice))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("1 people are chosen")
        .hasMessageContaining("P3 (list strangers.txt)");
  }

  @Test
  void collect_ofThePictureOfAStrangerUnderAnotherName_isRefused() throws IOException {
    write(2, 2, Files.readAllBytes(images.resolve("P3/P3_1.png")));
    FaceChoice choice = listed("P2 2\n", "P3\n");
    assertThatThrownBy(() -> collect(images, choice))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("P2/P2_2.png is the very picture")
        .hasMessageContaining("list strangers.txt, P3/P3_1.png");
  }

  @Test
  void collect_apartFromOthers_countsWhoWasKeptApart() throws IOException {
    CollectedFaces collected = collect(images, listed("P2 2\nP4 4\n", "P3\nP5\n"));
    assertThat(collected.subjects()).isEqualTo(2);
    assertThat(collected.samples()).isEqualTo(6);
    assertThat(collected.keptApart()).isEqualTo(2);
    assertThat(subjects()).containsExactly("P2", "P4");
  }

  @Test
  void collect_ofPeopleWithTooFewPictures_leavesThemOut() {
    collect(images, atLeast(5));
    assertThat(subjects()).containsExactly("P5", "P6");
  }

  @Test
  void collect_ofNobody_isAnError() {
    assertThatThrownBy(() -> collect(images, atLeast(7)))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("none of 6 people is chosen");
  }

  @Test
  void collect_ofAListWithMorePicturesThanThereAre_namesThePeople() throws IOException {
    FaceChoice choice = listed("P2 3\nP3 3\nP9\n", null);
    assertThatThrownBy(() -> collect(images, choice))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("2 people")
        .hasMessageContaining("P2, P9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1 2 3", "P1\nP1", "3\nP1\nP2"})
  void collect_ofAListOfAnotherForm_namesTheLine(String lines) throws IOException {
    FaceChoice choice = listed(lines, null);
    assertThatThrownBy(() -> collect(images, choice))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("people.txt:");
  }

  @Test
  void collect_ofABrokenPicture_isRefusedByName() throws IOException {
    write(3, 2, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> collect(images, atLeast(1)))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("P3/P3_2.png: ");
    assertThat(FaceSet.isIn(folder.resolve("set"))).isFalse();
  }

  @Test
  void collect_thatSkipsBrokenPictures_countsThemAndChoosesPeopleAnew() throws IOException {
    write(3, 2, new byte[] {1, 2, 3});
    FaceChoice choice = new FaceChoice(null, null, List.of(), 3, null, true);
    CollectedFaces collected = collect(images, choice);
    assertThat(collected.failures()).containsOnlyKeys("P3/P3_2.png");
    assertThat(subjects()).containsExactly("P4", "P5", "P6");
  }

  @Test
  void collect_ofAPictureOfAnotherSize_saysBoth() throws IOException {
    write(4, 1, ImageCodec.png(TestPictures.noise(20, 20, 1)));
    assertThatThrownBy(() -> collect(images, atLeast(1)))
        .hasMessageContaining("P4/P4_1.png: it is 20 x 20, the pictures before it are 16 x 16");
  }

  @Test
  void collect_ofAnAlignedFaceThatIsNotSquare_isRefused() throws IOException {
    write(4, 1, ImageCodec.png(TestPictures.noise(16, 20, 1)));
    assertThatThrownBy(() -> collect(images, atLeast(1)))
        .hasMessageContaining("P4/P4_1.png: it is 16 x 20, an aligned face is square");
  }

  @Test
  void collect_ofAGreyPicture_givesThreeEqualChannels() throws IOException {
    Path grey = Files.createDirectories(folder.resolve("grey/P"));
    Files.writeString(grey.resolve("a.pgm"), "P2 2 2 255 10 20 30 40");
    collect(folder.resolve("grey"), atLeast(1));
    assertThat(bySubject(RgbImage::toBytes).get("P P/a"))
        .isEqualTo(new byte[] {10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40, 40});
  }

  @Test
  void collect_ofRepeatedPictures_saysHowMany() throws IOException {
    write(4, 1, Files.readAllBytes(images.resolve("P3/P3_1.png")));
    write(4, 2, Files.readAllBytes(images.resolve("P4/P4_3.png")));
    assertThat(collect(images, atLeast(1)).remarks())
        .containsExactly(
            "2 faces are, pixel for pixel, one that came before, 1 of them under another name");
  }

  @Test
  void collect_ofNamesThatNoKeyHolds_numbersThem() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("odd/Zoë A."));
    Files.write(odd.resolve("x.y.png"), ImageCodec.png(TestPictures.noise(4, 4, 1)));
    Files.write(odd.resolve("x y.png"), ImageCodec.png(TestPictures.noise(4, 4, 2)));
    collect(folder.resolve("odd"), atLeast(1));
    assertThat(bySubject(RgbImage::width))
        .containsOnlyKeys("Zoë A. 00000001-x_y", "Zoë A. 00000002-x_y");
  }

  @Test
  void shares_thatMeet_holdEachPersonOnce() {
    PeopleShare low = new PeopleShare(0, 0.4);
    PeopleShare high = new PeopleShare(0.4, 1);
    List<String> people = IntStream.range(0, 200).mapToObj(i -> "person " + i).toList();
    assertThat(people).allMatch(person -> low.holds(person) != high.holds(person));
    assertThat(people.stream().filter(low::holds).collect(Collectors.toSet()).size())
        .isBetween(60, 100);
  }

  @Test
  void share_thatEndsBeforeItStarts_isRefused() {
    assertThatThrownBy(() -> new PeopleShare(0.5, 0.5))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("to");
  }
}
