package org.facerepro.nn;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Require;

/**
 * The shape of a face network.
 *
 * @param inputSize side of the square input in pixels, a multiple of the backbone's reduction
 * @param embeddingSize length of the embedding
 */
public record NetSpec(Backbone backbone, Rectifier rectifier, int inputSize, int embeddingSize) {

  private static final int INPUT_CHANNELS = 3;
  private static final int KERNEL = 3;

  public NetSpec {
    Require.between("inputSize", inputSize, 16, 224);
    Require.that(
        inputSize % backbone.reduction() == 0,
        "inputSize",
        "a multiple of " + backbone.reduction(),
        inputSize);
    Require.between("embeddingSize", embeddingSize, 2, 1024);
  }

  /** One residual unit of the network. */
  record Unit(int in, int out, int stride) {
    boolean hasProjection() {
      return in != out || stride != 1;
    }
  }

  int stemWidth() {
    return backbone.widths().get(0);
  }

  List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    int in = stemWidth();
    for (int stage = 0; stage < backbone.widths().size(); stage++) {
      int out = backbone.widths().get(stage);
      for (int i = 0; i < backbone.units().get(stage); i++) {
        units.add(new Unit(in, out, i == 0 && stage > 0 ? 2 : 1));
        in = out;
      }
    }
    return units;
  }

  /** Returns the number of values that the last linear layer sees. */
  int flattened() {
    int side = inputSize / backbone.reduction();
    return backbone.widths().get(backbone.widths().size() - 1) * side * side;
  }

  /** Returns the multiplications with addition that one picture takes on its way through. */
  public long multiplyAdds() {
    long side = inputSize;
    side /= 2;
    long sum = side * side * KERNEL * KERNEL * INPUT_CHANNELS * stemWidth();
    for (Unit unit : units()) {
      side /= unit.stride();
      long projection = unit.hasProjection() ? unit.in() : 0;
      long weights = (long) KERNEL * KERNEL * (unit.in() + unit.out()) + projection;
      sum += side * side * unit.out() * weights;
    }
    return sum + (long) flattened() * embeddingSize;
  }
}
