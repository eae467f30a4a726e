package org.facerepro.nn;

import java.util.List;

/** The face networks that can be trained. */
public enum Backbone {
  /**
   * For tests: it learns toy pictures only. With batches of an odd length the engine's CPU kernels
   * for AVX-512 crash on its eight channels.
   */
  IR_NANO(small(List.of(8, 16), List.of(1, 1)), 32, 16, Sources.OWN),
  /** One unit a stage; 65 M multiply-adds and 1.8 M weights at 64×64 into 128 numbers. */
  IR_TINY(small(List.of(32, 64, 128, 256), List.of(1, 1, 1, 1)), 64, 128, Sources.OWN),
  /** Two units in the later stages; about twice the work of {@link #IR_TINY}. */
  IR_MINI(small(List.of(32, 64, 128, 256), List.of(1, 2, 2, 2)), 64, 128, Sources.OWN),
  /** FaceNet's NN4. */
  NN4(Nn4.full(), 96, 128, Sources.OPEN_FACE),
  /** NN4 without two units. */
  NN4_SMALL1(Nn4.small1(), 96, 128, Sources.OPEN_FACE),
  /** NN4 without three units, and narrower at its end. */
  NN4_SMALL2(Nn4.small2(), 96, 128, Sources.OPEN_FACE),
  /** ArcFace's residual network of 18 layers. */
  IRESNET_18(new IResNet(List.of(2, 2, 2, 2)), 112, 512, Sources.INSIGHT_FACE),
  /** ArcFace's residual network of 34 layers. */
  IRESNET_34(new IResNet(List.of(3, 4, 6, 3)), 112, 512, Sources.INSIGHT_FACE),
  /** ArcFace's residual network of 50 layers. */
  IRESNET_50(new IResNet(List.of(3, 4, 14, 3)), 112, 512, Sources.INSIGHT_FACE),
  /** ArcFace's residual network of 100 layers. */
  IRESNET_100(new IResNet(List.of(3, 13, 30, 3)), 112, 512, Sources.INSIGHT_FACE),
  /** The residual network of 50 layers with squeeze-and-excitation. */
  IR_SE_50(new IrSe(List.of(3, 4, 14, 3)), 112, 512, Sources.FACE_EVOLVE),
  /** The residual network of 50 layers with bottlenecks. */
  RESNET_50(new BottleneckResNet(List.of(3, 4, 6, 3)), 112, 512, Sources.FACE_EVOLVE),
  /** MobileFaceNet as in its paper. */
  MOBILEFACENET(new MobileFaceNet(1), 112, 128, Sources.INSIGHT_FACE),
  /** MobileFaceNet of twice the width, as InsightFace trains it. */
  MOBILEFACENET_X2(new MobileFaceNet(2), 112, 512, Sources.INSIGHT_FACE);

  @SuppressWarnings("ImmutableEnumChecker") // every architecture is a record of immutable values
  private final Architecture architecture;

  private final int inputSize;
  private final int embeddingSize;
  private final String source;

  Backbone(Architecture architecture, int inputSize, int embeddingSize, String source) {
    this.architecture = architecture;
    this.inputSize = inputSize;
    this.embeddingSize = embeddingSize;
    this.source = source;
  }

  /** Whose form and names the networks have. */
  private static final class Sources {
    static final String OWN = "this project";
    static final String OPEN_FACE = "OpenFace";
    static final String INSIGHT_FACE = "InsightFace";
    static final String FACE_EVOLVE = "face.evoLVe";

    private Sources() {}
  }

  private static Architecture small(List<Integer> widths, List<Integer> counts) {
    return new SmallResNet(new ResidualStages(widths, counts));
  }

  Architecture architecture() {
    return architecture;
  }

  /** Returns the side in pixels of the pictures that it is commonly trained on. */
  public int inputSize() {
    return inputSize;
  }

  /** Returns the common length of its embedding. */
  public int embeddingSize() {
    return embeddingSize;
  }

  /** Returns whose form and names it has. */
  public String source() {
    return source;
  }
}
