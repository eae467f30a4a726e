package org.facerepro.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final double NONE = Double.NaN;

  @Test
  void document_writesEveryNumberIntoItsCell_andNothingIntoOneWithout() {
    String svg = one(new double[][] {{0, 0.25, NONE}, {0.5, 1, 0.125}});
    assertThat(svg).contains(">0.00<", ">0.25<", ">0.50<", ">1.00<", ">0.13<");
    assertThat(svg.split("<rect", -1)).hasSize(1 + 1 + 6);
    assertThat(svg).contains("#eeeeee").doesNotContain("NaN");
  }

  @Test
  void document_isDarkerForLargerNumbers_fromWhiteAtZero() {
    String svg = one(new double[][] {{0, 0.5, 1}, {NONE, NONE, NONE}});
    assertThat(svg).contains("fill=\"#ffffff\"", "fill=\"#80a2bc\"", "fill=\"#004478\"");
  }

  @Test
  void document_ofDarkCells_writesInWhite() {
    assertThat(one(new double[][] {{0.2, 0.9, 0.3}, {NONE, NONE, NONE}}))
        .contains(" fill=\"white\">0.90<", ">0.20<")
        .doesNotContain(" fill=\"white\">0.20<");
  }

  @Test
  void document_ofTwoNarrowTables_setsThemSideBySide() {
    String one = one(new double[2][3]);
    HeatMap both = map(3);
    both.add("first", new double[2][3]);
    both.add("second", new double[2][3]);
    assertThat(height(both.document())).isEqualTo(height(one));
  }

  @Test
  void document_ofTwoWideTables_setsOneBelowTheOther() {
    HeatMap one = map(12);
    one.add("first", new double[2][12]);
    HeatMap both = map(12);
    both.add("first", new double[2][12]);
    both.add("second", new double[2][12]);
    assertThat(height(both.document())).isGreaterThan(height(one.document()));
  }

  @Test
  void add_ofAnotherShape_isRefused() {
    assertThatThrownBy(() -> map(3).add("first", new double[2][2]))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("values: expected 3 columns, got 2");
  }

  private static String one(double[][] values) {
    HeatMap map = map(3);
    map.add("first", values);
    return map.document();
  }

  private static HeatMap map(int columns) {
    List<String> names = IntStream.range(0, columns).mapToObj(Integer::toString).toList();
    return new HeatMap("Rates", "yaw", names, "lamp", List.of("00", "07"));
  }

  private static int height(String svg) {
    return Integer.parseInt(svg.replaceAll("(?s)^<svg[^>]* height=\"(\\d+)\".*", "$1"));
  }
}
