package org.facerepro.nn;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The residual network of ArcFace (Deng et al. 2019, "E-IR") as InsightFace trains it with PyTorch,
 * under its names: each unit normalises first, and the feature normalisation has no scale.
 */
record IResNet(List<Integer> counts) implements Architecture {
  private static final int STEM = 64;
  private static final List<Integer> WIDTHS = List.of(64, 128, 256, 512);

  @Override
  public InputSides sides() {
    return new InputSides(16, 32);
  }

  @Override
  public Initial initial() {
    return Initial.IRESNET;
  }

  @Override
  public boolean hasDropout() {
    return true;
  }

  @Override
  public List<Named> layers(NetSpec spec) {
    List<Named> layers = new ArrayList<>();
    layers.add(new Named("", new ConvNorm(Conv.of(STEM, 3, 1), "conv1", "bn1")));
    layers.add(new Named("prelu", new PRelu(STEM)));
    for (ResidualStages.Unit unit : new ResidualStages(WIDTHS, counts).units(STEM, 2)) {
      layers.add(new Named("layer%d.%d".formatted(unit.stage(), unit.index()), unit(unit)));
    }
    layers.add(new Named("bn2", Norm.block()));
    layers.add(new Named("flatten", Op.flatten()));
    layers.add(new Named("dropout", Dropout.builder().optRate(spec.dropoutRate()).build()));
    Named linear = new Named("fc", Linear.builder().setUnits(spec.embeddingSize()).build());
    layers.add(new Named("", new FeatureLayer(linear, "features", Norm.unscaled())));
    return layers;
  }

  private static Block unit(ResidualStages.Unit unit) {
    int out = unit.out();
    List<Named> branch =
        List.of(
            new Named("bn1", Norm.block()),
            new Named("", new ConvNorm(Conv.of(out, 3, 1), "conv1", "bn2")),
            new Named("prelu", new PRelu(out)),
            new Named("", new ConvNorm(Conv.of(out, 3, unit.stride()), "conv2", "bn3")));
    @Nullable Named shortcut =
        unit.changesShape()
            ? new Named("downsample", new ConvNorm(Conv.of(out, 1, unit.stride()), "0", "1"))
            : null;
    return new Residual(branch, shortcut, null);
  }
}
