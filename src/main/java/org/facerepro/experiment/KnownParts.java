package org.facerepro.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Listing;
import org.facerepro.core.NearNames;
import org.facerepro.experiment.photograph.PieShoot;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.multipie.SettingParts;

/**
 * Which parts stages measure apart, as far as declarations and what is photographed tell. Of some
 * protocols only the files do; see {@link ProtocolDeclaration#parts}.
 */
final class KnownParts {
  /** Names of parts in a message, of hundreds that there may be. */
  private static final int SHOWN = 40;

  private final ExperimentSpec spec;
  private final Map<Photographs, List<String>> photographed = new HashMap<>();

  KnownParts(ExperimentSpec spec) {
    this.spec = spec;
  }

  /** What a protocol is read from where a stage photographs it; arms differ in other things. */
  private record Photographs(String protocol, PieShoot shoot) {}

  /**
   * Requires a metric of a part to be of one that there can be.
   *
   * @param embed the stage whose embeddings are measured
   * @param declaration of its protocol
   * @param asked what is measured
   * @throws InvalidValueException naming the parts that there are
   */
  void check(
      String key,
      StageMetric metric,
      Stage.Embed embed,
      ProtocolDeclaration declaration,
      Measurement asked) {
    if (metric.isOfTheWhole()) {
      return;
    }
    String faces = embed.faces();
    if (faces != null && spec.stage(faces) instanceof Stage.MultiPie stage) {
      Photographs photographs = new Photographs(embed.protocol(), stage.shoot());
      List<String> names =
          photographed.computeIfAbsent(photographs, p -> parts(declaration, p.shoot()));
      String of = " of what stage '" + faces + "' photographs";
      require(key, metric, names, embed.protocol(), of);
    } else {
      declaration
          .parts(asked)
          .ifPresent(names -> require(key, metric, names, embed.protocol(), ""));
    }
  }

  private static List<String> parts(ProtocolDeclaration declaration, PieShoot shoot) {
    return SettingParts.of(declaration.optionsInForce(), shoot.images());
  }

  private static void require(
      String key, StageMetric metric, List<String> names, String protocol, String of) {
    if (names.contains(metric.part())) {
      return;
    }
    String hint = NearNames.hint(metric.part(), names);
    throw new InvalidValueException(
        key,
        names.isEmpty()
            ? "no part, for protocol '%s' measures only the whole%s".formatted(protocol, of)
            : "a part that protocol '%s' measures%s: %s%s"
                .formatted(protocol, of, Listing.first(SHOWN, names), hint),
        metric);
  }
}
