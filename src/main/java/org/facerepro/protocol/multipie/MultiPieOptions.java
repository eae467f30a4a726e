package org.facerepro.protocol.multipie;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facerepro.core.EnumNames;
import org.facerepro.core.SpecException;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.Options;

/** What can be chosen on Multi-PIE: the protocol, and what the protocol leaves open. */
final class MultiPieOptions {
  private static final String PROTOCOL = "protocol";
  private static final String MISSING = "missing";
  private static final String WORLD = "world";
  private static final String ENROLMENT = "enrolment";
  private static final String THRESHOLD = "threshold";
  private static final String GALLERY_SHOT = "gallery-shot";
  private static final String FRONTAL = "frontal-probes";
  private static final String RAISED = "raised-cameras";
  private static final String LAST_SHOT = "shot-19";
  private static final String SECOND_NEUTRAL = "session-4-recording-2";
  private static final String MAX_YAW = "max-yaw";
  private static final String YAW = "yaw";
  private static final String PARTS = "parts";
  private static final String CUT = "subject-cut";
  private static final String IN = "in";
  private static final List<String> OUT_OR_IN = List.of("out", IN);
  private static final SettingOptions SETTING = SettingOptions.STANDARD;
  private static final BobOptions BOB = BobOptions.STANDARD;

  private static final List<LayoutOption> COMMON =
      List.of(
          new LayoutOption(
              PROTOCOL,
              protocols(),
              EnumNames.of(PieSetting.SETTING1),
              "which protocol of the database"),
          LayoutOption.of(MISSING, BOB.missing(), "images that the tree lacks"));

  private static final List<LayoutOption> OF_BOB =
      List.of(
          LayoutOption.of(WORLD, WorldPart.ALL, "subjects of the training part"),
          LayoutOption.of(ENROLMENT, BOB.enrolment(), "models of several images"),
          LayoutOption.of(THRESHOLD, BOB.threshold(), "comparisons that set the threshold"));

  private static final List<LayoutOption> OF_SETTINGS =
      List.of(
          new LayoutOption(
              GALLERY_SHOT,
              numbers(0, PieImage.SHOTS, 1),
              Integer.toString(SETTING.galleryShot()),
              "light of the gallery: 7 frontal flash, 0 no flash, 6 'illumination 7' from 1"),
          LayoutOption.of(FRONTAL, SETTING.frontal(), "frontal images among the probes"),
          new LayoutOption(RAISED, OUT_OR_IN, "out", "cameras 08_1 and 19_1 among the probes"),
          new LayoutOption(LAST_SHOT, OUT_OR_IN, IN, "the second shot without flash as probe"),
          new LayoutOption(SECOND_NEUTRAL, OUT_OR_IN, "out", "the second neutral recording"),
          new LayoutOption(
              MAX_YAW,
              numbers(0, 91, 15),
              Integer.toString(SETTING.maxYaw()),
              "largest yaw of probes in degrees"),
          LayoutOption.of(YAW, SETTING.pooling(), "left and right pooled or apart"),
          LayoutOption.of(PARTS, SETTING.parts(), "what is measured apart"),
          LayoutOption.of(CUT, SETTING.cut(), "the first subjects by place or by id"));

  private final Options options;

  /**
   * Takes options.
   *
   * @throws SpecException if one is chosen that the protocol does not have
   */
  MultiPieOptions(Options options) {
    this.options = options;
    for (LayoutOption option : setting().isPresent() ? OF_BOB : OF_SETTINGS) {
      if (!options.get(option.name()).equals(option.standard())) {
        throw new SpecException(
            "option '%s' (%s) has no effect on protocol %s; leave it out"
                .formatted(option.name(), option.meaning(), options.get(PROTOCOL)));
      }
    }
  }

  static List<LayoutOption> all() {
    List<LayoutOption> all = new ArrayList<>(COMMON);
    all.addAll(OF_BOB);
    all.addAll(OF_SETTINGS);
    return List.copyOf(all);
  }

  private static List<String> protocols() {
    List<String> names = new ArrayList<>(EnumNames.all(PieSetting.class));
    BobProtocol.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return List.copyOf(names);
  }

  private static List<String> numbers(int from, int end, int step) {
    return IntStream.range(from, end)
        .filter(n -> n % step == 0)
        .mapToObj(Integer::toString)
        .toList();
  }

  /** Returns the setting that was chosen; nothing if it is a protocol of bob. */
  Optional<PieSetting> setting() {
    String name = options.get(PROTOCOL);
    return EnumNames.all(PieSetting.class).contains(name)
        ? Optional.of(options.get(PROTOCOL, PieSetting.class))
        : Optional.empty();
  }

  /** Returns the protocol of bob that was chosen. */
  BobProtocol bob() {
    return BobProtocol.of(options.get(PROTOCOL));
  }

  WorldPart world() {
    return options.get(WORLD, WorldPart.class);
  }

  BobOptions ofBob() {
    return new BobOptions(
        missing(),
        options.get(ENROLMENT, EnrolmentRule.class),
        options.get(THRESHOLD, ThresholdSource.class));
  }

  SettingOptions ofSetting() {
    return new SettingOptions(
        Integer.parseInt(options.get(GALLERY_SHOT)),
        options.get(FRONTAL, FrontalProbes.class),
        options.get(RAISED).equals(IN),
        options.get(LAST_SHOT).equals(IN),
        options.get(SECOND_NEUTRAL).equals(IN),
        Integer.parseInt(options.get(MAX_YAW)),
        options.get(YAW, YawPooling.class),
        options.get(PARTS, PieParts.class),
        options.get(CUT, SubjectCut.class),
        missing());
  }

  private MissingImages missing() {
    return options.get(MISSING, MissingImages.class);
  }
}
