package org.facerepro.experiment.leakage;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSetInfo;
import org.facerepro.data.FaceSetWriter;
import org.facerepro.image.PictureFormat;
import org.facerepro.image.RgbImage;

/** Pictures of grey squares, drawn at random, in the place of aligned faces. */
final class DrawnFaces {
  private static final int SQUARES = 16;
  private static final int SQUARE = 7;
  private static final int SIDE = SQUARES * SQUARE;

  private DrawnFaces() {}

  /** Draws a picture; no two numbers give pictures that look alike. */
  static RgbImage picture(int number) {
    Rng rng = new Seed(number).rng();
    byte[] greys = new byte[SQUARES * SQUARES];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = (byte) rng.nextInt(256);
    }
    byte[] samples = new byte[RgbImage.CHANNELS * SIDE * SIDE];
    for (int i = 0; i < samples.length; i++) {
      int x = i / RgbImage.CHANNELS % SIDE;
      int y = i / RgbImage.CHANNELS / SIDE;
      samples[i] = greys[y / SQUARE * SQUARES + x / SQUARE];
    }
    return RgbImage.takeOver(SIDE, SIDE, samples);
  }

  /** Takes a fifth of the light away. */
  static RgbImage darker(RgbImage picture) {
    byte[] samples = picture.toBytes();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) ((samples[i] & 0xff) * 4 / 5);
    }
    return RgbImage.takeOver(SIDE, SIDE, samples);
  }

  /** Writes a set of people with one picture each; the first is {@code own-0}. */
  static Path set(Path folder, PictureFormat format, byte[]... pictures) {
    FaceSetInfo info = new FaceSetInfo("drawn", "Free for every use.", "none", SIDE);
    try (FaceSetWriter writer = FaceSetWriter.create(folder, info, 10)) {
      for (int i = 0; i < pictures.length; i++) {
        String name = "own-" + i;
        writer.add(FaceSample.copyOf(name, name, format, pictures[i], NullNode.getInstance()));
      }
      writer.complete();
    }
    return folder;
  }
}
