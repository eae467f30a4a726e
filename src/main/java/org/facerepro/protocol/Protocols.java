package org.facerepro.protocol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.data.ImageTree;
import org.facerepro.protocol.ProtocolDeclaration.AlignmentMethod;
import org.facerepro.protocol.ProtocolDeclaration.Expected;
import org.facerepro.protocol.ProtocolDeclaration.Layout;

/** Opens what a declaration describes. */
public final class Protocols {
  private static final int ORL_SUBJECTS = 40;
  private static final int ORL_IMAGES = 10;

  private final ProtocolDeclaration declaration;
  private final DataPlaces places;

  private Protocols(ProtocolDeclaration declaration, Path dataRoot) {
    this.declaration = declaration;
    this.places = new DataPlaces(declaration, dataRoot);
  }

  /**
   * Opens a protocol on files below a data root.
   *
   * @throws DataUnavailableException if something is not there, or is not the published file; the
   *     message says what, where it was looked for, how to get it and under which licence
   * @throws CorruptDataException if the list does not hold what the declaration expects
   * @throws IllegalArgumentException if the declaration is of a generated set
   */
  public static VerificationSet open(ProtocolDeclaration declaration, Path dataRoot) {
    if (declaration.files() == null) {
      throw new IllegalArgumentException(declaration.id() + " has no files; it is generated");
    }
    return new Protocols(declaration, dataRoot).open(declaration.files());
  }

  /**
   * Returns the files and folders that {@link #open} reads: images, list, landmarks.
   *
   * @throws DataUnavailableException as {@link #open} does
   */
  public static List<Path> sources(ProtocolDeclaration declaration, Path dataRoot) {
    ProtocolDeclaration.Files files = declaration.files();
    if (files == null) {
      return List.of();
    }
    DataPlaces places = new DataPlaces(declaration, dataRoot);
    List<Path> found = new ArrayList<>();
    found.add(places.require("images", files.images()));
    if (!files.pairs().isEmpty()) {
      found.add(places.require("list of comparisons", files.pairs()));
    }
    if (needsLandmarks(declaration)) {
      found.add(places.require("landmark list", files.landmarks()));
    } else {
      places.find(files.landmarks()).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private static boolean needsLandmarks(ProtocolDeclaration declaration) {
    ProtocolDeclaration.AlignmentChoice choice = declaration.alignment();
    return choice != null && choice.method() == AlignmentMethod.FIVE_POINT && choice.crop() == null;
  }

  private VerificationSet open(ProtocolDeclaration.Files files) {
    Path images = places.require("images", files.images());
    ComparisonList list =
        declaration.layout() == Layout.LFW
            ? PairsFile.read(places.require("list of comparisons", files.pairs()))
            : drawn(orl());
    return new ImageTreeSet(
        declaration.id(), checked(list), ImageTree.open(images), alignment(files));
  }

  /**
   * Sets a protocol up on a generated set; the set is still to be closed by the caller.
   *
   * @throws org.facerepro.core.SpecException if the set is too small for the draw
   */
  public static VerificationSet generated(ProtocolDeclaration declaration, FaceSet faces) {
    Map<String, List<String>> images = new LinkedHashMap<>();
    for (FaceEntry entry : faces.samples()) {
      images.computeIfAbsent(entry.subject(), subject -> new ArrayList<>()).add(entry.key());
    }
    return new GeneratedSet(declaration.id(), drawn(declaration, images), faces);
  }

  private ComparisonList drawn(Map<String, List<String>> images) {
    return drawn(declaration, images);
  }

  private static ComparisonList drawn(
      ProtocolDeclaration declaration, Map<String, List<String>> images) {
    Draw draw = declaration.draw();
    if (draw == null) {
      throw new IllegalArgumentException(declaration.id() + " brings a list; nothing is drawn");
    }
    return ComparisonDraw.of(images, draw);
  }

  /** Names all images of the database: one that is not there is a failure, not a smaller set. */
  private static Map<String, List<String>> orl() {
    Map<String, List<String>> images = new LinkedHashMap<>();
    for (int s = 1; s <= ORL_SUBJECTS; s++) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= ORL_IMAGES; i++) {
        names.add("s" + s + "/" + i + ".pgm");
      }
      images.put("s" + s, names);
    }
    return images;
  }

  private Alignment alignment(ProtocolDeclaration.Files files) {
    ProtocolDeclaration.AlignmentChoice choice = declaration.alignment();
    if (choice == null) {
      throw new IllegalArgumentException(declaration.id() + " declares no alignment");
    }
    CentreCrop crop = choice.crop();
    if (choice.method() == AlignmentMethod.CENTRE_CROP && crop != null) {
      return crop;
    }
    Optional<Path> landmarks = places.find(files.landmarks());
    if (landmarks.isEmpty() && crop != null) {
      return crop;
    }
    return new FivePoint(Landmarks.read(places.require("landmark list", files.landmarks())));
  }

  /**
   * Refuses a list of another size. Another number of distinct images is a remark only: a name that
   * is not in the set is to be reported as a failure to enrol, and must not stop the rest.
   */
  private ComparisonList checked(ComparisonList list) {
    Expected expected = declaration.expected();
    if (expected == null) {
      return list;
    }
    int images = list.images().size();
    Expected found = new Expected(list.genuine(), list.impostor(), list.folds(), expected.images());
    if (!expected.equals(found)) {
      throw new CorruptDataException(
          "the list of %s is not the one declared: expected %s, found %s%s"
              .formatted(
                  declaration.id(),
                  expected,
                  found,
                  list.remarks().isEmpty() ? "" : " (" + String.join("; ", list.remarks()) + ")"));
    }
    return images == expected.images()
        ? list
        : list.withRemark(
            "the list names %d images where %d are declared".formatted(images, expected.images()));
  }
}
