package org.facerepro.cli;

import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.GeneratedFaces;
import org.facerepro.experiment.evaluation.OpenProtocol;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.protocol.ProtocolDeclaration;
import picocli.CommandLine.Option;

/** The options that choose a protocol. */
final class ProtocolOptions {

  @Option(
      names = "--protocol",
      required = true,
      paramLabel = "ID|FILE",
      description = "Id of a protocol, see 'list protocols', or the file of a declaration.")
  private String protocol = "";

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "Chooses where the protocol leaves a choice; may be given several times.")
  private Map<String, String> chosen = Map.of();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of resampled intervals and of generated faces; default: 1.")
  private long seed = 1;

  @Option(
      names = "--subjects",
      defaultValue = "100",
      paramLabel = "N",
      description = "Subjects of a generated protocol; default: 100.")
  private int subjects = 100;

  @Option(
      names = "--samples",
      defaultValue = "6",
      paramLabel = "N",
      description = "Pictures of each subject of a generated protocol; default: 6.")
  private int samples = 6;

  Seed seed() {
    return new Seed(seed);
  }

  /** Opens the protocol; generates its faces where it has none of its own. */
  OpenProtocol open(PlaceOptions places) {
    ProtocolDeclaration declaration =
        ProtocolDeclaration.read(Home.protocol(protocol)).withOptions(chosen);
    if (!declaration.isGenerated()) {
      return OpenProtocol.onFiles(declaration, places.dataRoot());
    }
    GeneratorSpec spec = new GeneratorSpec(FaceDomain.PROXY_REAL, subjects, samples);
    ArtifactStore store = new ArtifactStore(places.storeRoot());
    return OpenProtocol.onGenerated(
        declaration, GeneratedFaces.of(spec, seed(), store, PlaceOptions.progress()));
  }
}
