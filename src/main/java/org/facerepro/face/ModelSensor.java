package org.facerepro.face;

import org.facerepro.face.law.Draws;
import org.facerepro.face.scene.SensorModel;
import org.facerepro.image.RgbImage;

/**
 * Takes the clean picture of a model as the camera of the built-in generator does; one worker's.
 */
final class ModelSensor {
  private static final int CHANNELS = 4;
  private static final float[] LINEAR = linear();

  private final SensorModel sensor = new SensorModel();
  private final float[] picture;
  private final float[] scratch;

  ModelSensor(int size) {
    picture = new float[CHANNELS * size * size];
    scratch = new float[picture.length];
  }

  private static float[] linear() {
    float[] values = new float[256];
    for (int i = 0; i < values.length; i++) {
      double s = i / 255.0;
      values[i] = (float) (s <= 0.04045 ? s / 12.92 : StrictMath.pow((s + 0.055) / 1.055, 2.4));
    }
    return values;
  }

  RgbImage expose(RgbImage clean, Draws draws) {
    byte[] bytes = clean.toBytes();
    for (int i = 0, at = 0; i < bytes.length; i += RgbImage.CHANNELS, at += CHANNELS) {
      for (int k = 0; k < RgbImage.CHANNELS; k++) {
        picture[at + k] = LINEAR[bytes[i + k] & 0xff];
      }
    }
    var exposure = SensorModel.Exposure.draw(draws, ModelLighting.exposure(draws));
    return sensor.expose(picture, scratch, clean.width(), exposure, draws.rng("grain"));
  }
}
