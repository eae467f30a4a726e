package org.facerepro.face.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeComponentTest {

  @ParameterizedTest
  @EnumSource
  void component_movesTheHeadByWhatItStates(ShapeComponent component) {
    double stated = component.millimetres();
    assertThat(HeadShapes.largest(HeadShapes.push(component)))
        .isCloseTo(stated, within(0.1 * stated));
  }
}
