package org.facerepro.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.core.NearNames;
import org.facerepro.core.Sha256;
import org.facerepro.core.SpecException;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.ProtocolReference;
import org.facerepro.protocol.Protocols;

/** A protocol's declaration and the outside files that belong to it. */
public final class ProtocolData {
  private static final String YAML = ".yaml";

  private final ProtocolDeclaration declaration;
  private final Workspace workspace;

  private ProtocolData(ProtocolDeclaration declaration, Workspace workspace) {
    this.declaration = declaration;
    this.workspace = workspace;
  }

  /**
   * Reads the declaration of a protocol.
   *
   * @param reference its id, with options where it is to be read with others than its own
   * @throws SpecException if it is not declared, or has no such option or value
   */
  public static ProtocolData of(String reference, Workspace workspace) {
    return new ProtocolData(declaration(reference, workspace.home()), workspace);
  }

  /** Reads the declaration alone, in the project of a folder; see {@link #of}. */
  static ProtocolDeclaration declaration(String reference, Path home) {
    ProtocolReference chosen = ProtocolReference.parse(reference);
    String id = chosen.id();
    Path folder = Workspace.protocols(home);
    Path file = folder.resolve(id + YAML);
    if (!Files.isRegularFile(file)) {
      throw new SpecException(
          "protocol '%s' is not declared: there is no %s%s"
              .formatted(id, file, NearNames.hint(id, declared(folder))));
    }
    ProtocolDeclaration declared = ProtocolDeclaration.read(file);
    return chosen.options().isEmpty() ? declared : declared.withOptions(chosen.options());
  }

  private static List<String> declared(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(YAML))
          .map(name -> name.substring(0, name.length() - YAML.length()))
          .toList();
    } catch (IOException e) {
      throw new SpecException("cannot read " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  /** Returns the declaration. */
  public ProtocolDeclaration declaration() {
    return declaration;
  }

  /**
   * Returns the folder with real data.
   *
   * @throws DataUnavailableException if the user named none
   */
  public Path root() {
    return workspace.data().orElseThrow(() -> noDataNamed(declaration));
  }

  /** Makes the error of a protocol whose user named no folder with real data. */
  public static DataUnavailableException noDataNamed(ProtocolDeclaration declaration) {
    return new DataUnavailableException(
        ("%s needs real data and no folder with it was named: use --data DIR or set"
                + " FACEREPRO_DATA. How to get it: %s Licence: %s")
            .formatted(declaration.id(), declaration.obtain(), declaration.licence()));
  }

  /** Returns the files and folders the protocol reads; none for a generated one. */
  public List<Path> sources() {
    return declaration.isGenerated() ? List.of() : Protocols.sources(declaration, root());
  }

  /** Hashes the declaration alone. */
  String declarationHash() {
    return Sha256.of(Json.compact(declaration)).hex();
  }

  /**
   * Hashes the declaration and every outside file it reads.
   *
   * @throws DataUnavailableException if something is not there
   */
  public String fingerprint() {
    StringBuilder hashes = new StringBuilder(Json.compact(declaration)).append('\n');
    sources().forEach(source -> OutsideFiles.hashInto(hashes, source));
    return Sha256.of(hashes.toString()).hex();
  }
}
