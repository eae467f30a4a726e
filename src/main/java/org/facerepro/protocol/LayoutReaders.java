package org.facerepro.protocol;

import org.facerepro.protocol.ijb.IjbReleaseReader;
import org.facerepro.protocol.multipie.MultiPieReader;
import org.facerepro.protocol.pair.AgeDbReader;
import org.facerepro.protocol.pair.BfwReader;
import org.facerepro.protocol.pair.BinReader;
import org.facerepro.protocol.pair.CfpReader;
import org.facerepro.protocol.pair.CrossSetReader;
import org.facerepro.protocol.pair.FolderReader;
import org.facerepro.protocol.pair.LfwReader;
import org.facerepro.protocol.pair.LondonReader;
import org.facerepro.protocol.pair.OrlReader;
import org.facerepro.protocol.pair.PairsReader;
import org.facerepro.protocol.pair.RfwBinReader;
import org.facerepro.protocol.pair.RfwReader;
import org.facerepro.protocol.pair.YaleBReader;
import org.facerepro.protocol.rbwebface.RbWebFaceReader;
import org.facerepro.protocol.search.LfwSearchReader;
import org.facerepro.protocol.search.TinyFaceReader;
import org.facerepro.protocol.template.IjbAReader;
import org.facerepro.protocol.template.IjbNistReader;

/** The reader of each layout: the one place where the sub-packages of readers are named. */
final class LayoutReaders {
  private LayoutReaders() {}

  static LayoutReader of(Layout layout) {
    return switch (layout) {
      case LFW -> new LfwReader();
      case LFW_SEARCH -> new LfwSearchReader();
      case ORL -> new OrlReader();
      case GENERATED -> new GeneratedReader();
      case CFP -> new CfpReader();
      case AGEDB -> new AgeDbReader();
      case CALFW, CPLFW -> new CrossSetReader();
      case BIN -> new BinReader();
      case RFW -> new RfwReader();
      case RFW_BIN -> new RfwBinReader();
      case BFW -> new BfwReader();
      case YALE_B -> new YaleBReader();
      case LONDON -> new LondonReader();
      case PAIRS -> new PairsReader();
      case FOLDER -> new FolderReader();
      case RB_WEBFACE -> new RbWebFaceReader();
      case IJB_A -> new IjbAReader();
      case IJB_NIST -> new IjbNistReader();
      case IJB_RELEASE -> new IjbReleaseReader();
      case MULTIPIE -> new MultiPieReader();
      case TINYFACE -> new TinyFaceReader();
    };
  }
}
