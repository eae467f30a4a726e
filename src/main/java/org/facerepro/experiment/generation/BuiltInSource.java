package org.facerepro.experiment.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSetInfo;
import org.facerepro.face.Casting;
import org.facerepro.face.FaceGenerator;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.HeadTruthFiles;
import org.facerepro.face.SubjectGenerator;
import org.facerepro.face.law.Law;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.face.truth.TruthFiles;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.jspecify.annotations.Nullable;

/** The faces of the built-in generator, annotated with all they were drawn from. */
public final class BuiltInSource implements FaceSource {
  /** Terms of the pictures. */
  public static final String LICENCE = "Apache-2.0";

  /** What real faces have to do with them. */
  public static final String REAL_DATA =
      "no face in any picture; constants chosen on people of the training part of LFW";

  private final FaceGenerator generator;
  private final PictureFormat format;
  private final @Nullable HeadTruthFiles truth;
  private final Backgrounds backgrounds;
  private final LightFolder lights;
  private final Casting casting;

  /**
   * Makes the faces of a specification and a seed.
   *
   * @param format encoding of the pictures: JPEG of the quality drawn for each, or PNG
   */
  public BuiltInSource(GeneratorSpec spec, Seed seed, PictureFormat format) {
    this(spec, seed, format, Backgrounds.NONE, LightFolder.NONE, Casting.USUAL);
  }

  /** Makes the faces of a specification and a seed before pieces of pictures in measured light. */
  BuiltInSource(
      GeneratorSpec spec,
      Seed seed,
      PictureFormat format,
      Backgrounds backgrounds,
      LightFolder lights,
      Casting casting) {
    this.casting = casting;
    this.lights = lights;
    this.generator = new FaceGenerator(spec, seed, backgrounds.folder(), lights.prior(), casting);
    this.format = format;
    this.truth =
        spec.truth().isEmpty() ? null : new HeadTruthFiles(generator.model(), spec.truth());
    this.backgrounds = backgrounds;
  }

  /** Returns the generator behind the faces. */
  public FaceGenerator generator() {
    return generator;
  }

  @Override
  public FaceSetInfo info() {
    return new FaceSetInfo(
        generator.spec().domain().label(), LICENCE, REAL_DATA, generator.spec().framing().size());
  }

  @Override
  public int subjects() {
    return generator.spec().subjects();
  }

  @Override
  public int samplesPerSubject() {
    return generator.spec().samplesPerSubject();
  }

  @Override
  public String subjectId(int subject) {
    return String.format(
        Locale.ROOT, "%s-%06d", generator.spec().domain().label(), casting.from() + subject);
  }

  @Override
  public Worker worker() {
    RenderWorkspace workspace = generator.newWorkspace();
    return (subject, first, end) -> render(generator.subject(subject, workspace), first, end);
  }

  @Override
  public void requireDrawable() {
    generator.identity(0);
  }

  @Override
  public Map<String, Law> laws() {
    return generator.spec().lawsInForce().byName();
  }

  @Override
  public List<String> companions() {
    return TruthFiles.endings(generator.spec().truth());
  }

  @Override
  public Map<String, byte[]> legends() {
    return truth == null ? Map.of() : truth.legends();
  }

  @Override
  public Map<String, String> contents() {
    return lights.with(backgrounds.contents());
  }

  @Override
  public List<String> remarks() {
    return backgrounds.remarks();
  }

  private List<FaceSample> render(SubjectGenerator faces, int first, int end) {
    String id = subjectId(faces.index() - casting.from());
    List<FaceSample> samples = new ArrayList<>(end - first);
    for (int i = first; i < end; i++) {
      GeneratedFace face = faces.sample(i);
      FaceSample sample =
          FaceSample.takeOver(
              String.format(Locale.ROOT, "%s-%03d", id, i),
              id,
              format,
              encode(face),
              Json.tree(face.parameters()));
      samples.add(truth == null ? sample : sample.with(truth.of(face.parameters(), faces.view())));
    }
    return samples;
  }

  private byte[] encode(GeneratedFace face) {
    return format == PictureFormat.PNG
        ? ImageCodec.png(face.image())
        : ImageCodec.jpeg(face.image(), face.parameters().jpegQuality());
  }
}
