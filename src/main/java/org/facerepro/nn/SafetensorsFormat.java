package org.facerepro.nn;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.core.StageFailedException;

/** The bytes of a safetensors file. */
final class SafetensorsFormat {
  private static final String METADATA = "__metadata__";
  private static final int ALIGNMENT = 8;

  private SafetensorsFormat() {}

  static byte[] encode(Safetensors content, WeightFormat format) {
    byte[] header = header(content, format);
    long size = (long) Long.BYTES + header.length;
    for (Tensor tensor : content.tensors().values()) {
      size += format.bytes(tensor.shape());
    }
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(header.length).put(header);
    content.tensors().forEach((name, tensor) -> put(name, tensor, format, out));
    return out.array();
  }

  private static void put(String name, Tensor tensor, WeightFormat format, ByteBuffer out) {
    ElementType type = format.of(tensor.shape());
    float[] values = tensor.toArray();
    for (float value : values) {
      if (!type.holds(value)) {
        throw new StageFailedException(
            "weights: '%s' holds %s, which %s cannot; choose another format"
                .formatted(name, value, EnumNames.of(format)));
      }
    }
    type.write(values, out);
  }

  /** Pads with blanks, so that the values begin at a multiple of their size. */
  private static byte[] header(Safetensors content, WeightFormat format) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (!content.metadata().isEmpty()) {
      entries.put(METADATA, content.metadata());
    }
    long begin = 0;
    for (Map.Entry<String, Tensor> entry : content.tensors().entrySet()) {
      long[] shape = entry.getValue().shape();
      long end = begin + format.bytes(shape);
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("dtype", format.of(shape).name());
      fields.put("shape", shape);
      fields.put("data_offsets", new long[] {begin, end});
      entries.put(entry.getKey(), fields);
      begin = end;
    }
    byte[] json = Json.compact(entries).getBytes(StandardCharsets.UTF_8);
    int padding = (ALIGNMENT - json.length % ALIGNMENT) % ALIGNMENT;
    return (new String(json, StandardCharsets.UTF_8) + " ".repeat(padding))
        .getBytes(StandardCharsets.UTF_8);
  }

  static Safetensors decode(byte[] content, String origin) {
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (content.length < Long.BYTES) {
      throw corrupt(origin, "shorter than its header length");
    }
    long headerLength = in.getLong();
    if (headerLength < 2 || headerLength > in.remaining()) {
      throw corrupt(origin, "header length " + headerLength + " does not fit the file");
    }
    byte[] json = new byte[(int) headerLength];
    in.get(json);
    JsonNode header = Json.read(json, JsonNode.class, origin + ", header");
    if (!header.isObject()) {
      throw corrupt(origin, "the header is no JSON object");
    }
    return new Body(in.slice().order(ByteOrder.LITTLE_ENDIAN), origin).read(header);
  }

  private static CorruptDataException corrupt(String origin, String what) {
    return new CorruptDataException(origin + " is no valid safetensors file: " + what);
  }

  /** The values behind the header; every byte must belong to exactly one tensor. */
  private record Body(ByteBuffer bytes, String origin) {

    Safetensors read(JsonNode header) {
      Map<String, Tensor> tensors = new TreeMap<>();
      Map<Long, Long> spans = new TreeMap<>();
      header
          .properties()
          .forEach(
              entry -> {
                if (!entry.getKey().equals(METADATA)) {
                  tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), spans));
                }
              });
      requireNoGap(spans);
      return new Safetensors(tensors, metadata(header.path(METADATA)));
    }

    private Tensor tensor(String name, JsonNode fields, Map<Long, Long> spans) {
      ElementType type = type(name, fields.path("dtype").asText());
      long[] shape = numbers(name, "shape", fields);
      long[] span = numbers(name, "data_offsets", fields);
      long size = type.bytes();
      for (long length : shape) {
        size = length <= bytes.capacity() ? size * length : Long.MAX_VALUE;
        if (size < 0 || size > bytes.capacity()) {
          throw corrupt(origin, name + " is larger than the file");
        }
      }
      if (span.length != 2 || span[1] > bytes.capacity() || span[1] - span[0] != size) {
        throw corrupt(origin, name + " has data_offsets that do not fit its shape or the file");
      }
      if (size > 0 && spans.put(span[0], span[1]) != null) {
        throw corrupt(origin, name + " overlaps another tensor");
      }
      ByteBuffer part = bytes.slice((int) span[0], (int) size).order(ByteOrder.LITTLE_ENDIAN);
      return Tensor.takeOver(type.read(part, (int) (size / type.bytes())), shape);
    }

    private ElementType type(String name, String dtype) {
      for (ElementType type : ElementType.values()) {
        if (type.name().equals(dtype)) {
          return type;
        }
      }
      throw corrupt(
          origin, name + " is " + dtype + ", read are " + Arrays.toString(ElementType.values()));
    }

    private long[] numbers(String name, String key, JsonNode fields) {
      JsonNode list = fields.path(key);
      long[] numbers = new long[list.size()];
      for (int i = 0; i < numbers.length; i++) {
        if (!list.get(i).canConvertToLong() || list.get(i).asLong() < 0) {
          throw corrupt(origin, name + " has " + key + " " + list);
        }
        numbers[i] = list.get(i).asLong();
      }
      if (!list.isArray()) {
        throw corrupt(origin, name + " has no " + key);
      }
      return numbers;
    }

    private void requireNoGap(Map<Long, Long> spans) {
      long end = 0;
      for (Map.Entry<Long, Long> span : spans.entrySet()) {
        if (span.getKey() != end) {
          throw corrupt(origin, "gap or overlap at byte " + end + " of the values");
        }
        end = span.getValue();
      }
      if (end != bytes.capacity()) {
        throw corrupt(origin, (bytes.capacity() - end) + " bytes belong to no tensor");
      }
    }

    private Map<String, String> metadata(JsonNode fields) {
      Map<String, String> metadata = new TreeMap<>();
      fields
          .properties()
          .forEach(
              entry -> {
                if (!entry.getValue().isTextual()) {
                  throw corrupt(origin, "metadata '" + entry.getKey() + "' is no text");
                }
                metadata.put(entry.getKey(), entry.getValue().asText());
              });
      return metadata;
    }
  }
}
