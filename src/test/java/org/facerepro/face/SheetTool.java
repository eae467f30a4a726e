package org.facerepro.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Seed;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.image.ContactSheet;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;

/**
 * Writes a contact sheet for people to look at: {@code SheetTool FILE.png SUBJECTS SAMPLES SEED
 * [COLUMNS [FIRST]]}.
 */
final class SheetTool {
  private SheetTool() {}

  public static void main(String[] args) throws IOException {
    int subjects = Integer.parseInt(args[1]);
    int samples = Integer.parseInt(args[2]);
    int columns = args.length > 4 ? Integer.parseInt(args[4]) : 8;
    int first = args.length > 5 ? Integer.parseInt(args[5]) : 0;
    FaceGenerator generator =
        new FaceGenerator(
            new GeneratorSpec(FaceDomain.GRAPHICS, first + subjects, samples),
            new Seed(Long.parseLong(args[3])));
    RenderWorkspace buffers = generator.newWorkspace();
    List<RgbImage> pictures = new ArrayList<>();
    for (int i = first; i < first + subjects; i++) {
      SubjectGenerator subject = generator.subject(i, buffers);
      for (int j = 0; j < samples; j++) {
        pictures.add(subject.sample(j).image());
      }
    }
    Files.write(Path.of(args[0]), ImageCodec.png(ContactSheet.of(pictures, columns, 1)));
  }
}
