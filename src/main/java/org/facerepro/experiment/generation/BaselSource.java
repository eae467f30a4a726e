package org.facerepro.experiment.generation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.Seed;
import org.facerepro.face.BaselFaces;
import org.facerepro.face.BaselFiles;
import org.facerepro.face.basel.BaselConfiguration;
import org.facerepro.face.basel.BaselConfiguration.ControlledFaces;
import org.facerepro.face.basel.BaselConfiguration.RandomFaces;
import org.facerepro.face.basel.BaselPlan;
import org.facerepro.face.basel.IlluminationPrior;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.image.PictureFormat;
import org.jspecify.annotations.Nullable;

/** Opens the source of the faces that a configuration of the Basel generator asks for. */
public final class BaselSource {
  private BaselSource() {}

  /**
   * Reads model, backgrounds and illumination prior as the configuration names them and prepares
   * its faces with the peer's parameter files.
   *
   * @param model file to use in place of the configuration's; null for that one
   * @throws org.facerepro.core.DataUnavailableException if a file is not there
   * @throws org.facerepro.core.SpecException if the configuration asks for what cannot be had
   */
  public static ModelSource of(
      BaselConfiguration configuration, Seed seed, PictureFormat format, @Nullable String model) {
    MorphableModel read = FaceSources.model(model == null ? configuration.model().file() : model);
    BaselConfiguration.Backgrounds wanted = configuration.backgrounds();
    Backgrounds backgrounds =
        wanted.insert()
            ? Backgrounds.read(wanted.directory(), wanted.extension())
            : Backgrounds.NONE;
    Map<String, String> contents = new TreeMap<>(backgrounds.contents());
    IlluminationPrior prior = null;
    if (BaselPlan.needsPrior(configuration)
        && configuration.program() instanceof RandomFaces random) {
      Path folder = Path.of(random.illumination().directory());
      prior = IlluminationPrior.read(folder);
      contents.put("illuminationPrior", "sha256 " + FolderHash.of(folder));
    }
    BaselFaces faces = new BaselFaces(configuration, read, seed, prior, backgrounds.folder());
    int first = configuration.program() instanceof ControlledFaces ? 1 : 0;
    List<String> remarks = new ArrayList<>(backgrounds.remarks());
    remarks.addAll(BaselFaces.remarks(configuration));
    return new ModelSource(faces, read.card(), format, BaselFaces.truth(configuration), contents)
        .withRemarks(remarks)
        .withBaselFiles(new BaselFiles(read, configuration), first);
  }
}
