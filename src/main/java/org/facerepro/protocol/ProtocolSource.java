package org.facerepro.protocol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.SpecException;
import org.facerepro.data.ImageTree;
import org.facerepro.protocol.ProtocolDeclaration.AlignmentChoice;
import org.facerepro.protocol.ProtocolDeclaration.AlignmentMethod;

/** What a {@link LayoutReader} reads from: a declaration and the data root of a user. */
public final class ProtocolSource {
  /** Counts under this key may differ: an image that is missing is a failure to enrol. */
  private static final String IMAGES = "images";

  private final ProtocolDeclaration declaration;
  private final Options options;
  private final DataPlaces places;

  ProtocolSource(ProtocolDeclaration declaration, Path root) {
    this.declaration = declaration;
    this.options = declaration.optionsInForce();
    this.places = new DataPlaces(declaration, options.officialOnly(), root);
  }

  public ProtocolDeclaration declaration() {
    return declaration;
  }

  /** Returns the id of the protocol. */
  public String id() {
    return declaration.id();
  }

  /** Returns what was chosen, completed by the standards of the layout. */
  public Options options() {
    return options;
  }

  /** Returns the first place of a role that exists; its checksum was compared. */
  public Optional<Path> find(String role) {
    return places.find(declaration.places(role));
  }

  /**
   * Returns the first place of a role that exists; its checksum was compared.
   *
   * @throws org.facerepro.core.DataUnavailableException if there is none, telling how to get it
   */
  public Path require(String role) {
    return places.require(role(role).holds(), declaration.places(role));
  }

  /** Opens the folder or archive of a role; see {@link #require}. */
  public ImageTree tree(String role) {
    return ImageTree.open(require(role));
  }

  private FileRole role(String name) {
    return LayoutReaders.of(declaration.layout()).roles().stream()
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the layout has no role " + name));
  }

  /** Returns how comparisons are drawn. */
  public Draw draw() {
    Draw draw = declaration.draw();
    if (draw == null) {
      throw new IllegalArgumentException(declaration.id() + " brings a list; nothing is drawn");
    }
    return draw;
  }

  /**
   * Returns the alignment declared, by a landmark list of {@link Landmarks#read} where there is one
   * under {@code landmarksRole}.
   */
  public Alignment alignment(String landmarksRole) {
    if (method() == AlignmentMethod.CENTRE_CROP || find(landmarksRole).isEmpty()) {
      CentreCrop crop = choice().crop();
      if (crop != null) {
        return crop;
      }
    }
    return new FivePoint(Landmarks.read(require(landmarksRole)));
  }

  /** Returns the alignment declared, by landmarks that the set brings in a form of its own. */
  public Alignment alignment(Supplier<Landmarks> own) {
    CentreCrop crop = choice().crop();
    return method() == AlignmentMethod.CENTRE_CROP && crop != null
        ? crop
        : new FivePoint(own.get());
  }

  private AlignmentMethod method() {
    return choice().method();
  }

  private AlignmentChoice choice() {
    AlignmentChoice choice = declaration.alignment();
    if (choice == null) {
      throw new IllegalArgumentException(declaration.id() + " declares no alignment");
    }
    return choice;
  }

  /**
   * Returns the landmark list that {@link #alignment(String)} reads, if it reads one.
   *
   * @throws org.facerepro.core.DataUnavailableException if nothing can be aligned without one
   */
  public Optional<Path> landmarkList(String role) {
    AlignmentChoice choice = declaration.alignment();
    boolean needed =
        choice != null && choice.method() == AlignmentMethod.FIVE_POINT && choice.crop() == null;
    return needed ? Optional.of(require(role)) : find(role);
  }

  /**
   * Holds what was found against what the declaration expects of a complete set.
   *
   * @param found counts by name; every name that is declared must be among them
   * @param odd what was odd about the files, to be told with a refusal
   * @return remarks upon differences: another number of {@code images} always, because a name
   *     without a picture is a failure to enrol; others, and files of another checksum, where any
   *     release was asked for
   * @throws CorruptDataException if another count differs and the official release was asked for
   * @throws SpecException if the declaration expects something that the layout does not count
   */
  public List<String> check(Map<String, Long> found, List<String> odd) {
    Map<String, Long> wrong = new TreeMap<>();
    List<String> remarks = new ArrayList<>(places.remarks());
    declaration
        .expected()
        .forEach(
            (name, expected) -> {
              Long actual = found.get(name);
              if (actual == null) {
                throw new SpecException(
                    "%s: expected.%s is nothing that its layout counts; there are %s"
                        .formatted(id(), name, new TreeMap<>(found).keySet()));
              }
              if (!actual.equals(expected)) {
                wrong.put(name, actual);
              }
            });
    boolean fatal = wrong.keySet().stream().anyMatch(name -> !name.equals(IMAGES));
    if (fatal && options.officialOnly()) {
      throw new CorruptDataException(
          ("the data of %s is not what is declared: expected %s, found %s%s; option"
                  + " release = any accepts it")
              .formatted(
                  id(),
                  new TreeMap<>(declaration.expected()),
                  new TreeMap<>(found),
                  odd.isEmpty() ? "" : " (" + String.join("; ", odd) + ")"));
    }
    wrong.forEach(
        (name, actual) ->
            remarks.add(
                "%s: %d found where %d are declared"
                    .formatted(name, actual, declaration.expected().get(name))));
    return List.copyOf(remarks);
  }
}
