package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;
import org.facerepro.face.law.Preset;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Subject;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.FaceParameters;
import org.facerepro.face.truth.HeadTruth;
import org.facerepro.face.truth.Landmark;
import org.facerepro.face.truth.Visibility;
import org.junit.jupiter.api.Test;

class GeneratorSpecTest {
  private static GeneratorSpec yaml(String more) {
    return StrictYaml.parse(
            "domain: graphics\nsubjects: 3\nsamplesPerSubject: 6\n" + more, "s.yaml")
        .as(GeneratorSpec.class);
  }

  private static FaceGenerator generator(String more) {
    return new FaceGenerator(yaml(more), new Seed(5));
  }

  @Test
  void yaml_ofThreeKeys_isStillWhole() {
    assertThat(yaml("")).isEqualTo(new GeneratorSpec(FaceDomain.GRAPHICS, 3, 6));
  }

  @Test
  void json_writtenAndRead_isTheSame() {
    GeneratorSpec spec =
        yaml(
            """
            preset: digiface
            laws: {pose.roll: 3}
            without: [make-up]
            where: {masculine: true}
            """);
    assertThat(Json.read(Json.pretty(spec), GeneratorSpec.class, "test")).isEqualTo(spec);
  }

  @Test
  void laws_ofASpecification_layPresetOverDomainAndSingleLawsOverBoth() {
    GeneratorSpec spec = yaml("preset: frontal\nlaws: {pose.roll: 3}\n");
    assertThat(spec.lawsInForce().of(FaceControl.POSE_ROLL)).contains(new Law.Constant(3));
    assertThat(spec.lawsInForce().of(FaceControl.POSE_YAW))
        .isEqualTo(Preset.FRONTAL.laws().of(FaceControl.POSE_YAW));
    assertThat(spec.lawsInForce().of(FaceControl.SENSOR_BLUR))
        .isEqualTo(Preset.GRAPHICS.laws().of(FaceControl.SENSOR_BLUR));
  }

  @Test
  void laws_forWhatIsNoControl_nameLineAndNearName() {
    assertThatThrownBy(() -> yaml("laws:\n  pose.roll: 3\n  shape.nose-widht: 1\n"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("s.yaml:6")
        .hasMessageContaining("nose-width");
  }

  @Test
  void laws_outsideOfTheRange_nameTheLine() {
    assertThatThrownBy(() -> yaml("laws:\n  pose.yaw: {law: uniform, low: -120, high: 120}\n"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("s.yaml:5");
  }

  @Test
  void sweep_overTwoAxes_runsTheLastOneFastest() {
    GeneratorSpec spec =
        yaml(
            """
            sweep:
            - {control: light.azimuth, values: [0, 60]}
            - {control: pose.yaw, start: -11.25, end: 11.25, step: 11.25}
            """);
    assertThat(spec.swept(0))
        .isEqualTo(Map.of(FaceControl.LIGHT_AZIMUTH, 0.0, FaceControl.POSE_YAW, -11.25));
    assertThat(spec.swept(1)).containsEntry(FaceControl.POSE_YAW, 0.0);
    assertThat(spec.swept(3))
        .isEqualTo(Map.of(FaceControl.LIGHT_AZIMUTH, 60.0, FaceControl.POSE_YAW, -11.25));
  }

  @Test
  void sweep_whoseGridHasAnotherSize_saysWhich() {
    assertThatThrownBy(() -> yaml("sweep: [{control: pose.yaw, values: [0, 1]}]\n"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(
            "samplesPerSubject: expected the size of the sweep's grid (2), got 6");
  }

  @Test
  void sweep_overASubjectsComponent_changesThatComponentAlone() {
    SubjectGenerator free = generator("").subject(1);
    SubjectGenerator swept =
        generator("sweep: [{control: shape.nose-width, start: -2.5, end: 2.5, step: 1}]\n")
            .subject(1);
    for (int sample : new int[] {5, 0, 3}) {
      FaceParameters usual = free.sample(sample).parameters();
      FaceParameters moved = swept.sample(sample).parameters();
      Map<ShapeComponent, Double> shape = new EnumMap<>(usual.shape());
      shape.put(ShapeComponent.NOSE_WIDTH, -2.5 + sample);
      assertThat(moved.shape()).isEqualTo(shape);
      assertThat(moved.controls())
          .containsEntry("shape.nose-width", -2.5 + sample)
          .containsAllEntriesOf(usual.controls());
      assertThat(moved.colour()).isEqualTo(usual.colour());
      assertThat(moved.expression()).isEqualTo(usual.expression());
      assertThat(moved.traits()).isEqualTo(usual.traits());
      assertThat(moved.light()).isEqualTo(usual.light());
      assertThat(moved.pose()).isEqualTo(usual.pose());
    }
  }

  @Test
  void sweep_overADirectionAndThePose_givesEveryPictureBoth() {
    FaceGenerator generator =
        generator(
            """
            sweep:
            - {control: pose.yaw, values: [0, 30]}
            - {control: direction.age, values: [-3, 0, 3]}
            """);
    SubjectGenerator subject = generator.subject(0);
    FaceParameters last = subject.sample(5).parameters();
    FaceParameters middle = subject.sample(1).parameters();
    assertThat(last.controls()).containsEntry("direction.age", 3.0).containsEntry("pose.yaw", 30.0);
    assertThat(middle.shape()).isEqualTo(generator.identity(0).shape());
    assertThat(last.shape()).isNotEqualTo(middle.shape());
    assertThat(last.traits()).isEqualTo(middle.traits());
  }

  @Test
  void sweep_overTheAge_keepsTheStreamsOfAllElse() {
    String ages = "sweep: [{control: subject.age, start: 20, end: 70, step: 10}]\n";
    SubjectGenerator subject = generator(ages).subject(2);
    FaceParameters young = subject.sample(0).parameters();
    FaceParameters old = subject.sample(5).parameters();
    assertThat(young.traits().age()).isEqualTo(20);
    assertThat(old.traits().age()).isEqualTo(70);
    assertThat(old.traits().melanin()).isEqualTo(young.traits().melanin());
    assertThat(eyeDistance(old)).isEqualTo(eyeDistance(young));
    assertThat(crowFeet(old)).isGreaterThan(crowFeet(young));
  }

  private static double eyeDistance(FaceParameters face) {
    return face.shape().getOrDefault(ShapeComponent.EYE_DISTANCE, Double.NaN);
  }

  private static double crowFeet(FaceParameters face) {
    return face.colour().getOrDefault(ColourComponent.CROW_FEET, Double.NaN);
  }

  @Test
  void sweep_overASubject_hasTheSamePicturesInAnyOrder() {
    String widths = "sweep: [{control: direction.faceWidth, start: -3, end: 2, step: 1}]\n";
    SubjectGenerator forwards = generator(widths).subject(0);
    forwards.sample(0);
    forwards.sample(1);
    assertThat(forwards.sample(2).image())
        .isEqualTo(generator(widths).subject(0).sample(2).image());
  }

  @Test
  void pictures_ofASweep_differInTheSweptControlsAlone() {
    FaceParameters free = generator("").subject(1).sample(4).parameters();
    FaceParameters swept =
        generator("sweep: [{control: pose.yaw, start: -50, end: 50, step: 20}]\n")
            .subject(1)
            .sample(4)
            .parameters();
    assertThat(swept.pose().yaw()).isEqualTo(30);
    assertThat(swept.shape()).isEqualTo(free.shape());
    assertThat(swept.expression()).isEqualTo(free.expression());
    assertThat(swept.light()).isEqualTo(free.light());
    assertThat(swept.controls())
        .containsAllEntriesOf(without(free.controls(), "pose.yaw"))
        .hasSameSizeAs(free.controls());
  }

  private static Map<String, Double> without(Map<String, Double> all, String key) {
    Map<String, Double> out = new TreeMap<>(all);
    out.remove(key);
    return out;
  }

  @Test
  void pictures_withoutExpression_differInNothingElse() {
    FaceParameters with = generator("").subject(0).sample(2).parameters();
    FaceParameters bare = generator("without: [expression]\n").subject(0).sample(2).parameters();
    assertThat(bare.expression().values()).containsOnly(0.0);
    assertThat(without(bare.controls(), "expression.scale"))
        .isEqualTo(without(with.controls(), "expression.scale"));
  }

  @Test
  void pictures_byAControlOfAComponent_haveItsValue() {
    FaceParameters drawn =
        generator("laws: {expression.jaw-left: 0.5, shape.nose-width: 2.5, colour.freckles: -1}\n")
            .subject(0)
            .sample(0)
            .parameters();
    assertThat(drawn.controls())
        .containsEntry("expression.jaw-left", 0.5)
        .containsEntry("shape.nose-width", 2.5)
        .containsEntry("colour.freckles", -1.0);
    assertThat(drawn.shape()).containsValue(2.5);
  }

  @Test
  void laws_beyondTheEndOfADirection_nameLineAndRange() {
    assertThatThrownBy(() -> yaml("laws:\n  direction.weight: 3.5\n"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("s.yaml:5")
        .hasMessageContaining("-3.0 to 3.0");
  }

  @Test
  void pictures_ofAWiderFace_showItsJawsFartherApart() {
    double usual = jawBreadth("");
    assertThat(jawBreadth("laws: {direction.faceWidth: 3}\n")).isGreaterThan(1.03 * usual);
    assertThat(jawBreadth("laws: {direction.faceWidth: -3}\n")).isLessThan(0.97 * usual);
  }

  /** Returns the breadth of a jaw of mean shape in a picture from the front, pixels. */
  private static double jawBreadth(String more) {
    String laws = more.isEmpty() ? "laws: {" : more.replace("}\n", ", ");
    FaceGenerator generator =
        generator(
            laws
                + "subject.shapeScale: 0, pose.yaw: 0, pose.pitch: 0, pose.roll: 0}\ncrop: none\n");
    SubjectGenerator subject = generator.subject(0);
    subject.sample(0);
    List<Landmark> points =
        new HeadTruth(generator.model())
            .landmarks(subject.view(), LandmarkSet.IBUG_68, Visibility.EXACT);
    return points.get(12).x() - points.get(4).x();
  }

  @Test
  void subjects_underACondition_meetIt() {
    FaceGenerator generator =
        generator("where: {masculine: true, age: {low: 60, high: 70}, beard: [full, goatee]}\n");
    for (int i = 0; i < 3; i++) {
      Subject subject = generator.identity(i);
      assertThat(generator.spec().where()).matches(where -> where.holds(subject));
    }
  }

  @Test
  void subjects_underAConditionThatNobodyMeets_sayTriesAndShares() {
    FaceGenerator generator = generator("where: {masculine: false, beard: [full]}\n");
    assertThatThrownBy(() -> generator.identity(0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("10000 tries")
        .hasMessageContaining("masculine by 3");
  }

  @Test
  void subjects_withAMinimumDistance_keepIt() {
    GeneratorSpec near = new GeneratorSpec(FaceDomain.GRAPHICS, 40, 1);
    double asked = least(new FaceGenerator(near, new Seed(5))) + 0.06;
    GeneratorSpec apart =
        new GeneratorSpec(
            FaceDomain.GRAPHICS, 40, 1, null, Map.of(), List.of(), List.of(), null, asked);
    FaceGenerator generator = new FaceGenerator(apart, new Seed(5));
    assertThat(least(generator)).isGreaterThanOrEqualTo(asked);
    assertThat(generator.identity(7).shape())
        .isEqualTo(new FaceGenerator(apart, new Seed(5)).identity(7).shape());
  }

  private static double least(FaceGenerator generator) {
    List<float[]> coefficients =
        IntStream.range(0, generator.spec().subjects())
            .mapToObj(i -> SubjectRoster.coefficients(generator.identity(i)))
            .toList();
    return SubjectSpacing.neighbours(coefficients).stream()
        .mapToDouble(SubjectSpacing.Neighbour::distance)
        .min()
        .orElseThrow();
  }

  @Test
  void subjects_withAnImpossibleDistance_sayWhatWasReached() {
    assertThatThrownBy(() -> generator("minimumDistance: 5\n"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("500 tries")
        .hasMessageContaining("subject 1 came to 2.");
  }

  @Test
  void parts_leftOut_holdOnlyKnownControls() {
    for (AppearancePart part : AppearancePart.values()) {
      part.fixes().forEach((c, v) -> assertThat(v).isBetween(c.low(), c.high()));
    }
  }

  @Test
  void example_ofTheDocumentation_isASpecification() throws IOException {
    String page = Files.readString(Path.of("docs/generator.md"));
    int start = page.indexOf("```yaml\ndomain: proxy-real\nsubjects: 200") + "```yaml\n".length();
    String example = page.substring(start, page.indexOf("```", start));
    GeneratorSpec spec = StrictYaml.parse(example, "generator.md").as(GeneratorSpec.class);
    assertThat(spec.samplesPerSubject()).isEqualTo(15);
    assertThat(spec.minimumDistance()).isEqualTo(1.0);
  }

  @Test
  void presets_ofDocumentedNames_areAll() throws IOException {
    String page = Files.readString(Path.of("docs/generator.md"));
    assertThat(EnumNames.all(Preset.class)).allMatch(name -> page.contains("| `" + name + "` |"));
  }
}
