package org.facerepro.face;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.facerepro.core.Require;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.Law;
import org.facerepro.face.law.Laws;
import org.facerepro.face.law.Preset;
import org.facerepro.face.scene.Crop;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.Framing;
import org.facerepro.face.truth.TruthPart;
import org.jspecify.annotations.Nullable;

/**
 * What to generate.
 *
 * @param domain kind of picture
 * @param subjects number of subjects, 1 to 10 million
 * @param samplesPerSubject pictures of each subject, 1 to 100,000; with a sweep the size of its
 *     grid
 * @param preset laws laid over those of the domain; null for none
 * @param laws laws by names of controls, laid over the preset
 * @param without parts of appearance left out; nothing else changes
 * @param sweep axes whose grid the pictures of each subject run through, see {@link Sweep}
 * @param where what every subject must be; null for anybody
 * @param minimumDistance least distance of two subjects, see {@link SubjectSpacing}; null for none
 * @param size width and height of every picture in pixels, 64 to 1024; null for 112
 * @param crop what every picture shows; null for aligned faces
 * @param model file or folder of a morphable model, or {@code built-in} for the built-in head as a
 *     linear model, see {@link ModelFaces}; null for the built-in generator
 * @param light how a morphable model is lit; null for the places that the light controls describe
 * @param lightPrior folder of measured lights: all light of a morphable model, the soft light of
 *     the built-in head; null for the places that the light controls describe
 * @param backgrounds folder of pictures to stand behind faces; null for procedural ones
 * @param truth ground truth written beside every picture
 */
public record GeneratorSpec(
    FaceDomain domain,
    int subjects,
    int samplesPerSubject,
    @Nullable Preset preset,
    Map<String, Law> laws,
    List<AppearancePart> without,
    List<SweepAxis> sweep,
    @Nullable SubjectCondition where,
    @Nullable Double minimumDistance,
    @Nullable Integer size,
    @Nullable Crop crop,
    @Nullable String model,
    @Nullable ModelLight light,
    @Nullable LightPrior lightPrior,
    @Nullable String backgrounds,
    List<TruthPart> truth) {
  /** Width and height of pictures in pixels where nothing else is asked for. */
  public static final int SIZE = Framing.USUAL_SIZE;

  public GeneratorSpec {
    Require.between("subjects", subjects, 1L, 10_000_000L);
    Require.between("samplesPerSubject", samplesPerSubject, 1L, 100_000L);
    laws = Map.copyOf(laws);
    without = List.copyOf(without);
    sweep = List.copyOf(sweep);
    if (minimumDistance != null) {
      Require.between("minimumDistance", minimumDistance.doubleValue(), 0.0, 10.0);
    }
    if (size != null) {
      Require.between("size", size.longValue(), 64L, 1024L);
    }
    truth = truth.stream().distinct().sorted().toList();
    SpecLaws.of(domain, preset, laws, without, model == null);
    if (model == null) {
      Require.that(light == null, "light", "the key model beside it", "none");
      sweep.forEach(axis -> SpecLaws.control("sweep", axis.control()));
    } else {
      Require.text("model", model);
      ModelControls.require(laws.keySet(), sweep, without);
      Require.that(where == null, "where", "no condition, for file models have no traits", "one");
    }
    Require.that(light == null || lightPrior == null, "light", "none beside lightPrior", "one");
    LightControls.of(model == null, light, lightPrior).require(laws.keySet(), sweep);
    new Sweep(sweep).requireSize(samplesPerSubject);
  }

  /** Requires that lights are those of the prior, or none if none is named. */
  void requireLights(@Nullable MeasuredLights lights) {
    LightPrior read = lights == null ? null : lights.how();
    Require.that(
        Objects.equals(lightPrior, read),
        "lightPrior",
        "the one whose lights were read: " + Objects.toString(read, "none"),
        Objects.toString(lightPrior, "none"));
  }

  /** Asks for aligned pictures of the usual size. */
  public GeneratorSpec(
      FaceDomain domain,
      int subjects,
      int samplesPerSubject,
      @Nullable Preset preset,
      Map<String, Law> laws,
      List<AppearancePart> without,
      List<SweepAxis> sweep,
      @Nullable SubjectCondition where,
      @Nullable Double minimumDistance) {
    this(
        domain,
        subjects,
        samplesPerSubject,
        preset,
        laws,
        without,
        sweep,
        where,
        minimumDistance,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  /** Asks for aligned pictures of the usual size by the domain's own laws. */
  public GeneratorSpec(FaceDomain domain, int subjects, int samplesPerSubject) {
    this(domain, subjects, samplesPerSubject, null, Map.of(), List.of(), List.of(), null, null);
  }

  /** Returns the same faces in pictures of a size and section. */
  public GeneratorSpec framed(int pixels, Crop section) {
    return copy(laws, pixels, section, model, truth);
  }

  /** Returns the same faces with ground truth beside their pictures. */
  public GeneratorSpec withTruth(List<TruthPart> parts) {
    return copy(laws, size, crop, model, parts);
  }

  /** Returns the same pictures of a morphable model. */
  public GeneratorSpec ofModel(String file) {
    return copy(laws, size, crop, file, truth);
  }

  /** Returns the same with these laws over the preset, in place of the present ones. */
  public GeneratorSpec withLaws(Map<String, Law> others) {
    return copy(others, size, crop, model, truth);
  }

  private GeneratorSpec copy(
      Map<String, Law> itsLaws,
      @Nullable Integer pixels,
      @Nullable Crop section,
      @Nullable String file,
      List<TruthPart> parts) {
    return new GeneratorSpec(
        domain,
        subjects,
        samplesPerSubject,
        preset,
        itsLaws,
        without,
        sweep,
        where,
        minimumDistance,
        pixels,
        section,
        file,
        light,
        lightPrior,
        backgrounds,
        parts);
  }

  /** Returns size and section of every picture. */
  public Framing framing() {
    return new Framing(size == null ? SIZE : size, crop == null ? Crop.ALIGNED : crop);
  }

  /** Returns the laws in force: the domain's, the preset over them, single laws over both. */
  public Laws lawsInForce() {
    return SpecLaws.of(domain, preset, laws, without, model == null);
  }

  /** Returns the values that the sweep fixes for picture number {@code sample} of a subject. */
  public Map<Control, Double> swept(int sample) {
    return new Sweep(sweep).point(sample);
  }
}
