package org.facerepro.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.Protocols;

/** A protocol's declaration and the outside files that belong to it. */
public final class ProtocolData {
  private final ProtocolDeclaration declaration;
  private final Workspace workspace;

  private ProtocolData(ProtocolDeclaration declaration, Workspace workspace) {
    this.declaration = declaration;
    this.workspace = workspace;
  }

  /** Reads the declaration of a protocol by its id. */
  public static ProtocolData of(String id, Workspace workspace) {
    Path file = workspace.protocols().resolve(id + ".yaml");
    return new ProtocolData(ProtocolDeclaration.read(file), workspace);
  }

  ProtocolDeclaration declaration() {
    return declaration;
  }

  /**
   * Returns the folder with real data.
   *
   * @throws DataUnavailableException if the user named none
   */
  Path root() {
    return workspace
        .data()
        .orElseThrow(
            () ->
                new DataUnavailableException(
                    ("%s needs real data and no folder with it was named: use --data DIR or set"
                            + " FACEREPRO_DATA. How to get it: %s Licence: %s")
                        .formatted(declaration.id(), declaration.obtain(), declaration.licence())));
  }

  /** Returns the files and folders the protocol reads; none for a generated one. */
  public List<Path> sources() {
    return declaration.files() == null ? List.of() : Protocols.sources(declaration, root());
  }

  /**
   * Hashes the declaration and every outside file it reads.
   *
   * @throws DataUnavailableException if something is not there
   */
  String fingerprint() {
    StringBuilder hashes = new StringBuilder(Json.compact(declaration)).append('\n');
    for (Path source : sources()) {
      try (Stream<Path> files = Files.walk(source)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          hashes.append(source.relativize(file)).append(' ');
          hashes.append(Sha256.ofFile(file).hex()).append('\n');
        }
      } catch (IOException e) {
        throw new CorruptDataException(
            "cannot read " + source + " (" + AtomicFiles.reason(e) + ")", e);
      }
    }
    return Sha256.of(hashes.toString()).hex();
  }
}
