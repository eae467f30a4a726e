package org.facerepro.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Seed;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.face.truth.AttributeLabels;
import org.facerepro.face.truth.FloatMap;
import org.facerepro.face.truth.HeadFacts;
import org.facerepro.face.truth.HeadTruth;
import org.facerepro.face.truth.Landmark;
import org.facerepro.face.truth.TruthKind;
import org.facerepro.face.truth.TruthMaps;
import org.facerepro.face.truth.TruthPictures;
import org.facerepro.face.truth.Visibility;
import org.facerepro.image.ContactSheet;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;

/** Draws the ground truth of some pictures beside them, to be looked at: OUT.png FIRST COUNT. */
final class TruthSheet {
  private static final int ZOOM = 4;

  private TruthSheet() {}

  public static void main(String[] args) throws IOException {
    int first = Integer.parseInt(args[1]);
    int count = Integer.parseInt(args[2]);
    FaceGenerator generator =
        new FaceGenerator(new GeneratorSpec(FaceDomain.GRAPHICS, first + count, 4), new Seed(7));
    HeadTruth truth = new HeadTruth(generator.model());
    RenderWorkspace workspace = generator.newWorkspace();
    List<RgbImage> pictures = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      SubjectGenerator subject = generator.subject(i, workspace);
      var face = subject.sample(args.length > 4 ? Integer.parseInt(args[4]) : i % 4);
      List<RgbImage> row = new ArrayList<>();
      row.add(face.image());
      TruthMaps maps = new TruthMaps(truth.scene(subject.view()));
      row.add(TruthPictures.stretched(maps.measured(TruthKind.DEPTH)));
      row.add(TruthPictures.normals8(maps.measured(TruthKind.NORMALS)));
      row.add(TruthPictures.srgb(maps.measured(TruthKind.ALBEDO)));
      row.add(TruthPictures.srgb(half(maps.measured(TruthKind.ILLUMINATION))));
      row.add(TruthPictures.stretched(maps.measured(TruthKind.CORRESPONDENCE)));
      row.add(TruthPictures.coloured(maps.labelled(TruthKind.REGIONS)));
      row.add(TruthPictures.coloured(maps.labelled(TruthKind.SEGMENTATION)));
      List<Landmark> marks = new ArrayList<>();
      for (LandmarkSet set : LandmarkSet.values()) {
        marks.addAll(truth.landmarks(subject.view(), set, Visibility.EXACT));
      }
      marked(row, marks);
      if (args.length > 3) {
        row.subList(0, row.size() - 1).clear();
      }
      pictures.addAll(row);
      System.out.println(
          i + " " + AttributeLabels.of(HeadFacts.of(face.parameters(), subject.view())).toMap());
    }
    Files.write(Path.of(args[0]), ImageCodec.png(ContactSheet.of(pictures, 3, 2)));
  }

  private static FloatMap half(FloatMap map) {
    float[] values = map.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 0.5f;
    }
    return FloatMap.copyOf(map.width(), map.height(), map.channels(), values);
  }

  private static void marked(List<RgbImage> row, List<Landmark> marks) {
    RgbImage face = zoomed(row.get(0));
    byte[] samples = face.toBytes();
    for (Landmark mark : marks) {
      for (int i = 0; i < 9; i++) {
        int x = (int) (ZOOM * mark.x()) + i % 3 - 1;
        int y = (int) (ZOOM * mark.y()) + i / 3 - 1;
        if (x >= 0 && y >= 0 && x < face.width() && y < face.height()) {
          int at = 3 * (y * face.width() + x);
          samples[at] = (byte) (mark.visible() ? 0 : 255);
          samples[at + 1] = (byte) (mark.visible() ? 255 : 0);
          samples[at + 2] = 0;
        }
      }
    }
    row.replaceAll(TruthSheet::zoomed);
    row.add(RgbImage.takeOver(face.width(), face.height(), samples));
  }

  private static RgbImage zoomed(RgbImage image) {
    int w = image.width() * ZOOM;
    int h = image.height() * ZOOM;
    byte[] out = new byte[3 * w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        for (int k = 0; k < 3; k++) {
          out[3 * (y * w + x) + k] = (byte) image.sample(x / ZOOM, y / ZOOM, k);
        }
      }
    }
    return RgbImage.takeOver(w, h, out);
  }
}
