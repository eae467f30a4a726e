package org.facerepro.nn;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The residual network with bottlenecks (He et al. 2016) in face.evoLVe's form, under its names:
 * the trunk as in torchvision, then normalisation, a linear layer that sees every pixel of the last
 * maps, and normalisation.
 */
record BottleneckResNet(List<Integer> counts) implements Architecture {
  private static final int STEM = 64;
  private static final int EXPANSION = 4;
  private static final List<Integer> WIDTHS = List.of(256, 512, 1024, 2048);

  @Override
  public InputSides sides() {
    return new InputSides(16, 32);
  }

  @Override
  public Initial initial() {
    return Initial.RESNET;
  }

  @Override
  public boolean hasDropout() {
    return true;
  }

  @Override
  public List<Named> layers(NetSpec spec) {
    List<Named> layers = new ArrayList<>();
    layers.add(new Named("", new ConvNorm(Conv.of(STEM, 7, 2), "conv1", "bn1")));
    layers.add(new Named("relu", Op.relu()));
    layers.add(new Named("maxpool", Op.maxPool(3, 2, 1)));
    for (ResidualStages.Unit unit : new ResidualStages(WIDTHS, counts).units(STEM, 1)) {
      layers.add(new Named("layer%d.%d".formatted(unit.stage(), unit.index()), unit(unit)));
    }
    layers.add(new Named("bn_o1", Norm.block()));
    layers.add(new Named("dropout", Dropout.builder().optRate(spec.dropoutRate()).build()));
    layers.add(new Named("flatten", Op.flatten()));
    Named linear = new Named("fc", Linear.builder().setUnits(spec.embeddingSize()).build());
    layers.add(new Named("", new FeatureLayer(linear, "bn_o2", Norm.block())));
    return layers;
  }

  private static Block unit(ResidualStages.Unit unit) {
    int inner = unit.out() / EXPANSION;
    List<Named> branch =
        List.of(
            new Named("", new ConvNorm(Conv.of(inner, 1, 1), "conv1", "bn1")),
            new Named("relu1", Op.relu()),
            new Named("", new ConvNorm(Conv.of(inner, 3, unit.stride()), "conv2", "bn2")),
            new Named("relu2", Op.relu()),
            new Named("", new ConvNorm(Conv.of(unit.out(), 1, 1), "conv3", "bn3")));
    @Nullable Named shortcut =
        unit.changesShape()
            ? new Named("downsample", new ConvNorm(Conv.of(unit.out(), 1, unit.stride()), "0", "1"))
            : null;
    return new Residual(branch, shortcut, new Named("relu", Op.relu()));
  }
}
