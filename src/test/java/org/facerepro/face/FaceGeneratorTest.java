package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.paint.SkinTexture;
import org.facerepro.face.scene.BackgroundFolder;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.FaceParameters;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;

class FaceGeneratorTest {
  private static final FaceGenerator PROXY = generator(FaceDomain.PROXY_REAL, 3);
  private static final FaceGenerator GRAPHICS = generator(FaceDomain.GRAPHICS, 3);

  private static FaceGenerator generator(FaceDomain domain, long seed) {
    return new FaceGenerator(new GeneratorSpec(domain, 40, 4), new Seed(seed));
  }

  @Test
  void subject_isPaintedByItsFirstPicture() {
    RenderWorkspace buffers = GRAPHICS.newWorkspace();
    GRAPHICS.subject(0, buffers).sample(0);
    float[] before = cheek(buffers);
    SubjectGenerator next = GRAPHICS.subject(1, buffers);
    assertThat(cheek(buffers)).isEqualTo(before);
    next.sample(0);
    assertThat(cheek(buffers)).isNotEqualTo(before);
  }

  private static float[] cheek(RenderWorkspace buffers) {
    float[] paint = new float[SkinTexture.CHANNELS];
    buffers.texture.sample(0.6f, 0, paint, 0);
    return paint;
  }

  @Test
  void sample_inParallel_isTheSameBytesAsInTurn() {
    List<RgbImage> serial = pictures(IntStream.range(0, 24));
    assertThat(pictures(IntStream.range(0, 24).parallel())).isEqualTo(serial);
  }

  private static List<RgbImage> pictures(IntStream numbers) {
    return numbers.mapToObj(i -> PROXY.subject(i / 4).sample(i % 4).image()).toList();
  }

  @Test
  void sample_drawnInAnotherOrderAndReusedBuffers_isTheSame() {
    RgbImage expected = GRAPHICS.subject(1).sample(0).image();
    RenderWorkspace buffers = GRAPHICS.newWorkspace();
    GRAPHICS.subject(7, buffers).sample(3);
    SubjectGenerator subject = GRAPHICS.subject(1, buffers);
    subject.sample(2);
    assertThat(subject.sample(0).image()).isEqualTo(expected);
  }

  @Test
  void sample_ofAGeneratorThatBeginsLater_isThatOfTheSubject() {
    assertThat(cast(new Casting(5, "")).subject(2).sample(1))
        .isEqualTo(GRAPHICS.subject(7).sample(1));
  }

  @Test
  void sample_ofAnotherSeries_showsTheSamePersonInAnotherPicture() {
    FaceParameters usual = GRAPHICS.subject(7).sample(1).parameters();
    FaceParameters other = cast(new Casting(7, "test")).subject(0).sample(1).parameters();

    assertThat(other.shape()).isEqualTo(usual.shape());
    assertThat(other.traits()).isEqualTo(usual.traits());
    assertThat(other.pose()).isNotEqualTo(usual.pose());
    assertThat(other.light()).isNotEqualTo(usual.light());
  }

  @Test
  void sample_withOneControlFixed_changesNothingElse() {
    SubjectGenerator subject = GRAPHICS.subject(3);
    FaceParameters usual = subject.sample(2).parameters();
    FaceParameters turned = subject.sample(2, Map.of(FaceControl.POSE_YAW, 33.0)).parameters();

    assertThat(subject.drawn(2, FaceControl.POSE_YAW)).isEqualTo(usual.pose().yaw());
    assertThat(turned.pose().yaw()).isEqualTo(33);
    assertThat(turned.pose().pitch()).isEqualTo(usual.pose().pitch());
    assertThat(turned.light()).isEqualTo(usual.light());
    assertThat(turned.expression()).isEqualTo(usual.expression());
  }

  private static FaceGenerator cast(Casting casting) {
    return new FaceGenerator(GRAPHICS.spec(), new Seed(3), BackgroundFolder.NONE, casting);
  }

  @Test
  void sample_ofAnEquallySeededGenerator_isTheSame() {
    GeneratedFace again = generator(FaceDomain.GRAPHICS, 3).subject(5).sample(1);
    assertThat(again).isEqualTo(GRAPHICS.subject(5).sample(1));
  }

  @Test
  void sample_ofAnotherSeed_isAnotherSubject() {
    assertThat(generator(FaceDomain.GRAPHICS, 4).subject(5).sample(1).parameters().shape())
        .isNotEqualTo(GRAPHICS.subject(5).sample(1).parameters().shape());
  }

  @Test
  void domains_ofTheSameSeed_shareNoSubject() {
    assertThat(PROXY.subject(0).sample(0).parameters().shape())
        .isNotEqualTo(GRAPHICS.subject(0).sample(0).parameters().shape());
  }

  @Test
  void samples_ofASubject_shareTheSubjectAndDifferInThePicture() {
    SubjectGenerator subject = GRAPHICS.subject(2);
    FaceParameters first = subject.sample(0).parameters();
    FaceParameters second = subject.sample(1).parameters();
    assertThat(second.traits()).isEqualTo(first.traits());
    assertThat(second.colour()).isEqualTo(first.colour());
    assertThat(second.pose()).isNotEqualTo(first.pose());
    assertThat(second.light()).isNotEqualTo(first.light());
  }

  @Test
  void sample_afterTheBuffersWentToAnotherSubject_isRefused() {
    RenderWorkspace buffers = GRAPHICS.newWorkspace();
    SubjectGenerator stale = GRAPHICS.subject(0, buffers);
    GRAPHICS.subject(1, buffers);
    assertThatThrownBy(() -> stale.sample(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void subject_beyondTheSpecification_isRefused() {
    assertThatThrownBy(() -> GRAPHICS.subject(40))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("0 to 39");
  }

  @Test
  void sample_beyondTheSpecification_isRefused() {
    SubjectGenerator subject = GRAPHICS.subject(0);
    assertThatThrownBy(() -> subject.sample(4))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("0 to 3");
  }

  @Test
  void parameters_writtenAsJson_readBackEqual() {
    FaceParameters parameters = PROXY.subject(3).sample(0).parameters();
    byte[] json = Json.pretty(parameters);
    assertThat(Json.read(json, FaceParameters.class, "test")).isEqualTo(parameters);
    assertThat(json.length).isLessThan(12_000);
  }

  @Test
  void specification_withoutSubjects_isRefused() {
    assertThatThrownBy(() -> new GeneratorSpec(FaceDomain.GRAPHICS, 0, 1))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("subjects");
  }
}
