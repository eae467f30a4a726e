package org.facerepro.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class ShardPlanTest {

  @Test
  void shards_coverEverySampleOnceInOrder() {
    ShardPlan plan = new ShardPlan(10, 4);
    assertThat(plan.shards()).isEqualTo(3);
    assertThat(plan.first(0)).isZero();
    assertThat(plan.end(0)).isEqualTo(plan.first(1)).isEqualTo(4);
    assertThat(plan.end(1)).isEqualTo(plan.first(2)).isEqualTo(8);
    assertThat(plan.end(2)).isEqualTo(10);
  }

  @Test
  void shards_ofTheLargestSet_doNotOverflow() {
    ShardPlan plan = new ShardPlan(Integer.MAX_VALUE, 1_000_000);
    assertThat(plan.shards()).isEqualTo(2148);
    assertThat(plan.first(2147)).isEqualTo(2_147_000_000);
    assertThat(plan.end(2147)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void first_ofAShardBeyondTheLast_isRefused() {
    assertThatThrownBy(() -> new ShardPlan(10, 4).first(3))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("from 0 to 2");
  }
}
