package org.facerepro.protocol.pair;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FaceCut;
import org.facerepro.protocol.FaceSource;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.Options;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.VerificationSet;

/** Racial Faces in the Wild as one {@code .bin} per ethnicity. */
public final class RfwBinReader implements LayoutReader {
  @Override
  public List<FileRole> roles() {
    return RfwLists.ETHNICITIES.stream()
        .map(
            ethnicity ->
                FileRole.required(role(ethnicity), "packed pictures and labels of " + ethnicity))
        .toList();
  }

  private static String role(String ethnicity) {
    return ethnicity.toLowerCase(Locale.ROOT);
  }

  @Override
  public List<LayoutOption> options() {
    return List.of(FaceCut.OPTION);
  }

  @Override
  public boolean needsAlignment() {
    return false;
  }

  @Override
  public Optional<List<String>> parts(Measurement asked, Options options) {
    return Optional.of(RfwLists.ETHNICITIES);
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    Map<String, Path> files = new LinkedHashMap<>();
    Map<String, Path> byPrefix = new LinkedHashMap<>();
    for (String ethnicity : RfwLists.ETHNICITIES) {
      Path file = source.require(role(ethnicity));
      files.put(ethnicity, file);
      byPrefix.put(ethnicity + "/", file);
    }
    FaceSource faces = FaceCut.apply(source.options(), new BinFaces(byPrefix));
    return VerificationSet.of(source, BinPairs.readGroups(files), faces);
  }
}
