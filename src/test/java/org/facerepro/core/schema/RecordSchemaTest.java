package org.facerepro.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.facerepro.core.Json;
import org.facerepro.core.Require;
import org.facerepro.core.schema.RecordSchema.Extent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {

  record Bounded(int count, @Nullable Double share, double free) {
    Bounded {
      Require.between("count", count, 2, 9);
      if (share != null) {
        Require.between("share", share.doubleValue(), 0.5, 1.5);
      }
    }
  }

  record Dependent(int last, int first) {
    Dependent {
      Require.between("last", last, 1, 10);
      Require.between("first", first, 0, last);
    }
  }

  record Chain(String name, List<Chain> further) {}

  sealed interface Shape {
    record Round(double radius) implements Shape {}

    record Flat() implements Shape {}
  }

  record Drawing(Shape shape) {}

  @Test
  void aRange_isTheOneThatTheConstructorHolds() {
    JsonNode properties = schema(Bounded.class, Extent.WHOLE).get("properties");
    assertThat(properties.get("count"))
        .hasToString("{\"type\":\"integer\",\"minimum\":2,\"maximum\":9}");
    assertThat(properties.get("share"))
        .hasToString("{\"type\":\"number\",\"minimum\":0.5,\"maximum\":1.5}");
    assertThat(properties.get("free")).hasToString("{\"type\":\"number\"}");
  }

  @Test
  void aRange_thatDependsOnAnotherNumber_isTheWidest() {
    assertThat(schema(Dependent.class, Extent.WHOLE).at("/properties/first/maximum").asInt())
        .isEqualTo(10);
  }

  @Test
  void whatMayBeLeftOut_isNotRequired() {
    assertThat(schema(Bounded.class, Extent.WHOLE).get("required"))
        .hasToString("[\"count\",\"free\"]");
  }

  @Test
  void aPart_requiresNothing() {
    assertThat(schema(Bounded.class, Extent.PART).has("required")).isFalse();
  }

  @Test
  void aRecord_thatHoldsItself_isReferredTo() {
    assertThat(schema(Chain.class, Extent.WHOLE).at("/properties/further/items/$ref").asText())
        .isEqualTo("#/$defs/RecordSchemaTest.Chain");
  }

  @Test
  void aSealedInterface_isAChoiceByKind() {
    RecordSchema schemas = new RecordSchema();
    schemas.of(Drawing.class, Extent.WHOLE);
    assertThat(Json.compact(schemas.definitions().get("RecordSchemaTest.Shape:round")))
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"kind\":{\"const\":\"round\"},\"radius\":"
                + "{\"type\":\"number\"}},\"required\":[\"kind\",\"radius\"],"
                + "\"additionalProperties\":false}");
  }

  private static JsonNode schema(Class<?> type, Extent extent) {
    return new RecordSchema().object(type, extent);
  }
}
