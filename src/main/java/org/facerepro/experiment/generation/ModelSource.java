package org.facerepro.experiment.generation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.core.Json;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSetInfo;
import org.facerepro.face.BaselFiles;
import org.facerepro.face.ModelFace;
import org.facerepro.face.ModelFaces;
import org.facerepro.face.ModelTruthFiles;
import org.facerepro.face.law.Law;
import org.facerepro.face.model.ModelCard;
import org.facerepro.face.truth.ModelScene;
import org.facerepro.face.truth.TruthFiles;
import org.facerepro.face.truth.TruthPart;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.jspecify.annotations.Nullable;

/** The faces of a morphable model, annotated with all they were drawn from. */
public final class ModelSource implements FaceSource {
  private final ModelFaces faces;
  private final PictureFormat format;
  private final List<TruthPart> parts;
  private final ModelTruthFiles truth;
  private final ModelCard card;
  private final Map<String, String> contents;
  private final @Nullable BaselFiles basel;
  private final int firstNumber;
  private final List<String> remarks;

  /**
   * Makes the pictures of a model.
   *
   * @param card what is said about the model: its own, or with more real data in it
   * @param parts ground truth beside every picture
   * @param contents what files other than the model held, by the specification's keys
   * @throws org.facerepro.core.InvalidValueException if the model does not have a part of the truth
   */
  public ModelSource(
      ModelFaces faces,
      ModelCard card,
      PictureFormat format,
      List<TruthPart> parts,
      Map<String, String> contents) {
    this(faces, card, format, parts, contents, null, 0, List.of());
  }

  private ModelSource(
      ModelFaces faces,
      ModelCard card,
      PictureFormat format,
      List<TruthPart> parts,
      Map<String, String> contents,
      @Nullable BaselFiles basel,
      int firstNumber,
      List<String> remarks) {
    this.faces = faces;
    this.card = card;
    this.format = format;
    this.basel = basel;
    this.firstNumber = firstNumber;
    this.remarks = List.copyOf(remarks);
    this.parts = List.copyOf(parts);
    this.truth = new ModelTruthFiles(faces.model(), parts);
    Map<String, String> all = new TreeMap<>(contents);
    all.put("model", card.id() + (card.sha256() == null ? "" : " sha256 " + card.sha256()));
    this.contents = Map.copyOf(all);
  }

  /** Returns the same faces with the Basel generator's parameter files beside their pictures. */
  public ModelSource withBaselFiles() {
    return withBaselFiles(new BaselFiles(faces.model()), 0);
  }

  /**
   * Returns the same faces with parameter files beside their pictures.
   *
   * @param first number of each subject's first picture in the names of files
   */
  ModelSource withBaselFiles(BaselFiles files, int first) {
    return new ModelSource(faces, card, format, parts, contents, files, first, remarks);
  }

  /** Returns the same faces with remarks on what is left out. */
  ModelSource withRemarks(List<String> more) {
    return new ModelSource(faces, card, format, parts, contents, basel, firstNumber, more);
  }

  @Override
  public List<String> remarks() {
    return remarks;
  }

  /** Returns the pictures behind the faces. */
  public ModelFaces faces() {
    return faces;
  }

  @Override
  public FaceSetInfo info() {
    return new FaceSetInfo(card.id(), card.licence(), card.realDataUse(), faces.size());
  }

  @Override
  public int subjects() {
    return faces.subjects();
  }

  @Override
  public int samplesPerSubject() {
    return faces.samplesPerSubject();
  }

  @Override
  public String subjectId(int subject) {
    return String.format(Locale.ROOT, "%s-%06d", card.id(), subject);
  }

  @Override
  public Map<String, Law> laws() {
    return faces.laws();
  }

  @Override
  public List<String> companions() {
    List<String> endings = new ArrayList<>(TruthFiles.endings(parts));
    endings.addAll(basel == null ? List.of() : BaselFiles.ENDINGS);
    return List.copyOf(endings);
  }

  @Override
  public int firstNumber() {
    return firstNumber;
  }

  @Override
  public Map<String, byte[]> legends() {
    return truth.legends();
  }

  @Override
  public Optional<ModelCard> model() {
    return Optional.of(card);
  }

  @Override
  public Map<String, String> contents() {
    return contents;
  }

  @Override
  public Worker worker() {
    ModelFaces.Worker worker = faces.newWorker();
    return (subject, first, end) -> {
      List<FaceSample> samples = new ArrayList<>(end - first);
      worker.draw(subject, first, end, face -> samples.add(sample(face)));
      return samples;
    };
  }

  private FaceSample sample(ModelFace face) {
    String id = subjectId(face.picture().subject());
    FaceSample sample =
        FaceSample.takeOver(
            String.format(Locale.ROOT, "%s-%03d", id, face.picture().sample()),
            id,
            format,
            encode(face),
            Json.tree(face.parameters()));
    if (parts.isEmpty() && basel == null) {
      return sample;
    }
    ModelScene scene = truth.scene(face);
    Map<String, byte[]> beside = new LinkedHashMap<>(truth.of(face, scene));
    if (basel != null) {
      beside.putAll(basel.of(face, scene));
    }
    return sample.with(beside);
  }

  private byte[] encode(ModelFace face) {
    return format == PictureFormat.PNG
        ? ImageCodec.png(face.image())
        : ImageCodec.jpeg(face.image(), face.parameters().jpegQuality());
  }
}
