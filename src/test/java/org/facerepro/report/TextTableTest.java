package org.facerepro.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void toString_alignsColumnsAndLeavesNoBlanksAtLineEnds() {
    TextTable table = new TextTable("protocol", "auc").row("lfw", "0.9").row("a-long-name");
    assertThat(table).hasToString("protocol     auc\nlfw          0.9\na-long-name\n");
  }
}
