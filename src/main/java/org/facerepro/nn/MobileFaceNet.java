package org.facerepro.nn;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.List;

/**
 * MobileFaceNet (Chen et al. 2018) in InsightFace's form, under its names; at another input size
 * than 112 the last depthwise convolution is as large as the maps before it.
 *
 * @param scale factor of the widths; 1 in the paper, 2 in InsightFace
 */
record MobileFaceNet(int scale) implements Architecture {
  private static final int REDUCTION = 16;
  private static final int LAST = 512;

  /**
   * A stage.
   *
   * @param out channels behind it, before scaling
   * @param entry channels within its first unit, which halves the size
   * @param count further units, which keep the size
   * @param inner channels within these
   */
  private record Stage(int out, int entry, int count, int inner) {}

  private static final List<Stage> STAGES =
      List.of(new Stage(64, 128, 4, 128), new Stage(128, 256, 6, 256), new Stage(128, 512, 2, 256));

  @Override
  public InputSides sides() {
    return new InputSides(REDUCTION, 32);
  }

  @Override
  public Initial initial() {
    return Initial.MOBILE;
  }

  @Override
  public List<Named> layers(NetSpec spec) {
    int stem = 64 * scale;
    List<Named> layers = new ArrayList<>();
    layers.add(rectified("layers.0", Conv.of(stem, 3, 2)));
    layers.add(rectified("layers.1", Conv.of(stem, 3, 1).withGroups(64)));
    int number = 2;
    for (Stage stage : STAGES) {
      int out = stage.out() * scale;
      layers.add(new Named("layers." + number++, new Chain(depthwise(out, stage.entry(), 2))));
      for (int i = 0; i < stage.count(); i++) {
        Block unit = new Residual(depthwise(out, stage.inner(), 1), null, null);
        layers.add(new Named("layers.%d.layers.%d".formatted(number, i), unit));
      }
      number++;
    }
    layers.add(rectified("conv_sep", Conv.of(LAST, 1, 1)));
    int side = spec.inputSize() / REDUCTION;
    Conv whole = Conv.of(LAST, side, 1).withPadding(0).withGroups(LAST);
    layers.add(normalised("features.layers.0", whole));
    layers.add(new Named("flatten", Op.flatten()));
    layers.add(new Named("", features(spec.embeddingSize())));
    return layers;
  }

  private static List<Named> depthwise(int out, int inner, int stride) {
    return List.of(
        rectified("layers.0", Conv.of(inner, 1, 1)),
        rectified("layers.1", Conv.of(inner, 3, stride).withGroups(inner)),
        normalised("layers.2", Conv.of(out, 1, 1)));
  }

  private static Named rectified(String name, Conv conv) {
    Named norm = new Named("", new ConvNorm(conv, "0", "1"));
    Named rectifier = new Named("2", new PRelu(conv.filters()));
    return new Named(name + ".layers", new Chain(List.of(norm, rectifier)));
  }

  private static Named normalised(String name, Conv conv) {
    return new Named(name + ".layers", new ConvNorm(conv, "0", "1"));
  }

  private static FeatureLayer features(int size) {
    Linear linear = Linear.builder().setUnits(size).optBias(false).build();
    return new FeatureLayer(
        new Named("features.layers.2", linear), "features.layers.3", Norm.block());
  }
}
