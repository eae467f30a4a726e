package org.facerepro.experiment.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;

/** Aligned faces as PNG files under the names of their images with {@code .png} behind. */
final class CropFolder implements CropSink {
  private final Path folder;
  private final SlotMap slots = new SlotMap();

  CropFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public void add(String image, RgbImage crop) {
    Path file = folder.resolve(image + ".png").normalize();
    if (!file.startsWith(folder)) {
      throw new CorruptDataException("the image name '" + image + "' leads out of " + folder);
    }
    AtomicFiles.writeUnforced(file, ImageCodec.png(crop));
    slots.add(image);
  }

  @Override
  public List<String> complete(Set<String> order) {
    return slots.inOrder(order);
  }

  @Override
  public void close() {}
}
