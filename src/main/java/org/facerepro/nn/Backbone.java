package org.facerepro.nn;

import java.util.List;

/** The face networks that can be trained; each names its source. */
public enum Backbone {
  /** For tests: it learns toy pictures only. */
  IR_NANO(small(List.of(8, 16), List.of(1, 1))),
  /** One unit a stage; 65 M multiply-adds and 1.8 M weights at 64×64 into 128 numbers. */
  IR_TINY(small(List.of(32, 64, 128, 256), List.of(1, 1, 1, 1))),
  /** Two units in the later stages; about twice the work of {@link #IR_TINY}. */
  IR_MINI(small(List.of(32, 64, 128, 256), List.of(1, 2, 2, 2))),
  /** FaceNet's NN4 as OpenFace builds it; 96×96 into 128 numbers. */
  NN4(Nn4.full()),
  /** OpenFace's nn4.small1. */
  NN4_SMALL1(Nn4.small1()),
  /** OpenFace's nn4.small2. */
  NN4_SMALL2(Nn4.small2()),
  /** InsightFace's residual networks; 112×112 into 512 numbers. */
  IRESNET_18(new IResNet(List.of(2, 2, 2, 2))),
  /** See {@link #IRESNET_18}. */
  IRESNET_34(new IResNet(List.of(3, 4, 6, 3))),
  /** See {@link #IRESNET_18}. */
  IRESNET_50(new IResNet(List.of(3, 4, 14, 3))),
  /** See {@link #IRESNET_18}. */
  IRESNET_100(new IResNet(List.of(3, 13, 30, 3))),
  /** Face.evoLVe's IR-SE-50; 112×112 into 512 numbers. */
  IR_SE_50(new IrSe(List.of(3, 4, 14, 3))),
  /** Face.evoLVe's ResNet-50; 112×112 into 512 numbers. */
  RESNET_50(new BottleneckResNet(List.of(3, 4, 6, 3))),
  /** MobileFaceNet as in its paper; 112×112 into 128 numbers. */
  MOBILEFACENET(new MobileFaceNet(1)),
  /** InsightFace's MobileFaceNet of twice the width; 112×112 into 512 numbers. */
  MOBILEFACENET_X2(new MobileFaceNet(2));

  private final Architecture architecture;

  Backbone(Architecture architecture) {
    this.architecture = architecture;
  }

  private static Architecture small(List<Integer> widths, List<Integer> counts) {
    return new SmallResNet(new ResidualStages(widths, counts));
  }

  Architecture architecture() {
    return architecture;
  }
}
