package org.facerepro.nn;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small residual network of this project: a 3×3 stem of stride 2, then stages of units of two
 * normalised 3×3 convolutions (He et al. 2016), each rectified; the first stage keeps the size.
 */
record SmallResNet(ResidualStages stages) implements Architecture {

  @Override
  public InputSides sides() {
    int reduction = 1 << stages.widths().size();
    return new InputSides(reduction, Math.max(16, reduction));
  }

  @Override
  public Initial initial() {
    return Initial.HE;
  }

  @Override
  public boolean choosesRectifier() {
    return true;
  }

  @Override
  public List<Named> layers(NetSpec spec) {
    int stem = stages.widths().get(0);
    List<Named> layers = new ArrayList<>();
    layers.add(normalised("stem", Conv.of(stem, 3, 2)));
    layers.add(rectifier("rectifier", spec, stem));
    for (ResidualStages.Unit unit : stages.units(stem, 1)) {
      layers.add(new Named("unit" + (layers.size() - 1), unit(unit, spec)));
    }
    layers.add(new Named("flatten", Op.flatten()));
    Named linear = new Named("linear", Linear.builder().setUnits(spec.embeddingSize()).build());
    layers.add(new Named("", new FeatureLayer(linear, "norm", Norm.block())));
    return layers;
  }

  private static Block unit(ResidualStages.Unit unit, NetSpec spec) {
    int out = unit.out();
    List<Named> branch =
        List.of(
            normalised("first", Conv.of(out, 3, unit.stride())),
            rectifier("inner", spec, out),
            normalised("second", Conv.of(out, 3, 1)));
    @Nullable Named projection =
        unit.changesShape() ? normalised("projection", Conv.of(out, 1, unit.stride())) : null;
    return new Residual(branch, projection, rectifier("outer", spec, out));
  }

  private static Named normalised(String name, Conv conv) {
    return new Named(name, new ConvNorm(conv, "conv", "norm"));
  }

  private static Named rectifier(String name, NetSpec spec, int channels) {
    boolean learnt = spec.rectifier() == Rectifier.PRELU;
    return new Named(name, learnt ? new PRelu(channels) : Op.leakyRelu());
  }
}
