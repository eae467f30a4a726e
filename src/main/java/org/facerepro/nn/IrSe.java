package org.facerepro.nn;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import java.util.ArrayList;
import java.util.List;

/**
 * The residual network with squeeze-and-excitation that face.evoLVe and InsightFace_Pytorch share,
 * under their names: a shortcut that changes the size alone takes every second pixel.
 */
record IrSe(List<Integer> counts) implements Architecture {
  private static final int STEM = 64;
  private static final int REDUCTION = 16;
  private static final List<Integer> WIDTHS = List.of(64, 128, 256, 512);

  @Override
  public InputSides sides() {
    return new InputSides(16, 32);
  }

  @Override
  public Initial initial() {
    return Initial.TORCH;
  }

  @Override
  public boolean hasDropout() {
    return true;
  }

  @Override
  public List<Named> layers(NetSpec spec) {
    List<Named> layers = new ArrayList<>();
    layers.add(new Named("", new ConvNorm(Conv.of(STEM, 3, 1), "input_layer.0", "input_layer.1")));
    layers.add(new Named("input_layer.2", new PRelu(STEM)));
    int number = 0;
    for (ResidualStages.Unit unit : new ResidualStages(WIDTHS, counts).units(STEM, 2)) {
      layers.add(new Named("body." + number++, unit(unit)));
    }
    layers.add(new Named("output_layer.0", Norm.block()));
    layers.add(new Named("dropout", Dropout.builder().optRate(spec.dropoutRate()).build()));
    layers.add(new Named("flatten", Op.flatten()));
    Named linear =
        new Named("output_layer.3", Linear.builder().setUnits(spec.embeddingSize()).build());
    layers.add(new Named("", new FeatureLayer(linear, "output_layer.4", Norm.block())));
    return layers;
  }

  private static Block unit(ResidualStages.Unit unit) {
    int out = unit.out();
    List<Named> branch =
        List.of(
            new Named("res_layer.0", Norm.block()),
            new Named("res_layer.1", Conv.of(out, 3, 1).block()),
            new Named("res_layer.2", new PRelu(out)),
            new Named(
                "", new ConvNorm(Conv.of(out, 3, unit.stride()), "res_layer.3", "res_layer.4")),
            new Named("res_layer.5", new SqueezeExcite(out, REDUCTION)));
    Block shortcut =
        unit.in() == out
            ? Op.maxPool(1, unit.stride(), 0)
            : new ConvNorm(Conv.of(out, 1, unit.stride()), "0", "1");
    return new Residual(branch, new Named("shortcut_layer", shortcut), null);
  }
}
