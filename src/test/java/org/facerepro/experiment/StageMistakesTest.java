package org.facerepro.experiment;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake in the parameters of a stage, with the very message that it yields. */
class StageMistakesTest {
  private static final String TRAIN_FACES =
      "{kind: generate, generator: {domain: graphics, subjects: 12, samplesPerSubject: 4}}";
  private static final String PROXY_FACES =
      "{kind: generate, generator: {domain: proxy-real, subjects: 20, samplesPerSubject: 3}}";
  private static final String DEV = "    dev: dev-faces\n";

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistake_isAnErrorWithFileLineAndWhatWasExpected(SpecMistake mistake) throws IOException {
    mistake.check();
  }

  static Stream<SpecMistake> mistakes() {
    return Stream.of(generated(), photographed(), collected(), trained()).flatMap(List::stream);
  }

  private static List<SpecMistake> generated() {
    return List.of(
        people(
            "people without a name",
            "{named: '', from: 0, series: test}",
            "named: expected a text that is not blank, got ''"),
        people(
            "people of no series",
            "{named: us, from: 0, series: ''}",
            "series: expected a text that is not blank, got ''"),
        people(
            "people before the first",
            "{named: us, from: -1, series: test}",
            "from: expected a whole number from 0 to 10000000, got -1"),
        faces(
            "people at a distance",
            "{kind: generate, people: {named: us, from: 0, series: test}, generator: {domain:"
                + " proxy-real, subjects: 20, samplesPerSubject: 3, minimumDistance: 1}}",
            "people: expected nothing beside a model or a least distance of subjects, got"
                + " People[named=us, from=0, series=test]"),
        faces(
            "files of one machine",
            PROXY_FACES.replace("}}", ", backgrounds: pictures}}"),
            "generator: expected no files in an experiment: model built-in or none, no"
                + " backgrounds, no light prior, got pictures"),
        faces(
            "lights of one machine",
            PROXY_FACES.replace("}}", ", lightPrior: {folder: bip}}}"),
            "generator: expected no files in an experiment: model built-in or none, no"
                + " backgrounds, no light prior, got LightPrior[folder=bip, law=null,"
                + " withoutColour=null, energy=null]"));
  }

  private static SpecMistake people(String name, String people, String message) {
    return faces(name, PROXY_FACES.replace("}}", "}, people: " + people + "}"), message);
  }

  private static SpecMistake faces(String name, String stage, String message) {
    return new SpecMistake(name, PROXY_FACES, stage, "spec.yaml:13: " + message);
  }

  private static List<SpecMistake> photographed() {
    String pie = PROXY_FACES.replace("kind: generate", "kind: multi-pie");
    return List.of(
        faces(
            "yaw of no camera",
            pie.replace("}}", "}, yaws: [0, 20]}"),
            "yaws: expected yaws of cameras, [-90, -75, -60, -45, -30, -15, 0, 15, 30, 45, 60, 75,"
                + " 90], got 20"),
        faces(
            "shot that nobody took",
            pie.replace("}}", "}, shots: [0, 20]}"),
            "shots: expected a whole number from 0 to 19, got 20"),
        faces(
            "more sessions than there were",
            pie.replace("samplesPerSubject: 3", "samplesPerSubject: 5"),
            "samplesPerSubject: expected a whole number from 1 to 4, got 5"),
        faces(
            "more subjects than there were",
            pie.replace("subjects: 20", "subjects: 347"),
            "subjects: expected a whole number from 1 to 346, got 347"),
        faces(
            "backgrounds in the room",
            pie.replace("}}", ", backgrounds: pictures}}"),
            "generator: expected no model, backgrounds, light prior, sweep or truth, got one"));
  }

  private static List<SpecMistake> collected() {
    return List.of(
        collect("no pictures", "pictures: []", "pictures: expected at least one place, got none"),
        collect(
            "pictures elsewhere",
            "pictures: [../a]",
            "pictures: expected a place below the folder with real data, got ../a"),
        collect(
            "persons without a picture",
            "pictures: [a], minimumImages: 0",
            "minimumImages: expected a whole number from 1 to 1000000, got 0"),
        collect(
            "share of nobody",
            "pictures: [a], share: {from: 0.5, to: 0.5}",
            "to: expected more than from, 0.5, got 0.5"),
        collect(
            "share from before the first",
            "pictures: [a], share: {from: -0.1, to: 1}",
            "from: expected a number from 0.0 to 1.0, got -0.1"),
        new SpecMistake(
            "faces under no terms",
            TRAIN_FACES,
            "{kind: collect, pictures: [a], aligned: true, licence: '', obtain: ask}",
            "spec.yaml:11: licence: expected a text that is not blank, got ''"));
  }

  private static SpecMistake collect(String name, String what, String message) {
    String stage = "{kind: collect, " + what + ", aligned: true, licence: free, obtain: ask}";
    return new SpecMistake(name, TRAIN_FACES, stage, "spec.yaml:11: " + message);
  }

  private static List<SpecMistake> trained() {
    return List.of(
        train(
            "weight of nothing",
            "weight: 0\nadditions: [{faces: proxy-faces, weight: 1}]",
            "18: weight: expected a number from 1.0E-6 to 1000000.0, got 0.0"),
        train(
            "addition of no weight",
            "additions: [{faces: proxy-faces, weight: 0}]",
            "18: weight: expected a number from 1.0E-6 to 1000000.0, got 0.0"),
        train(
            "addition that is watched",
            "additions: [{faces: dev-faces, weight: 1}]",
            "17: dev: expected another stage than additions, got dev-faces"),
        train(
            "no labels",
            "labels: {of: images, fraction: 0}",
            "18: fraction: expected a number from 1.0E-6 to 1.0, got 0.0"),
        train(
            "labels of what is not labelled",
            "labels: {of: pixels, fraction: 0.5}",
            "18: key 'of': expected one of subjects, images, found 'pixels'"));
  }

  private static SpecMistake train(String name, String more, String message) {
    return new SpecMistake(name, DEV, DEV + more.indent(4), "spec.yaml:" + message);
  }
}
