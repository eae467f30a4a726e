package org.facerepro.nn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.StageFailedException;

/**
 * Named float32 tensors with textual metadata, in the safetensors format: eight bytes header length
 * (little endian), a JSON header, then the values (little endian) one tensor after the other in the
 * order of their names. Equal content is equal bytes.
 *
 * <p>Limit: 2 GiB a file.
 *
 * @param tensors by name, sorted
 * @param metadata free texts by key, sorted
 */
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {

  public Safetensors {
    tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
  }

  /** Returns the tensor of this name. */
  public Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new CorruptDataException(
          "no tensor '%s' among %s: the weights belong to another network"
              .formatted(name, tensors.keySet()));
    }
    return tensor;
  }

  /** Writes the file in float32, whole or not at all. */
  public void write(Path file) {
    AtomicFiles.writeFile(file, toBytes());
  }

  /** Returns the content as a file in float32 would hold it. */
  public byte[] toBytes() {
    return toBytes(WeightFormat.FLOAT32);
  }

  /**
   * Returns the content as a file in this format would hold it, rounded to nearest.
   *
   * @throws StageFailedException if a number is out of the format's range; it names the tensor
   */
  public byte[] toBytes(WeightFormat format) {
    return SafetensorsFormat.encode(this, format);
  }

  /**
   * Reads a file. Numbers of the types F16, BF16, F64 and I64 become float32, rounded.
   *
   * @throws DataUnavailableException if there is none
   * @throws CorruptDataException if it is truncated, overlong, of another type or otherwise no
   *     valid safetensors file
   */
  public static Safetensors read(Path file) {
    try {
      return parse(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new DataUnavailableException(file + " does not exist", e);
    } catch (IOException e) {
      throw new CorruptDataException("cannot read " + file + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  /**
   * Reads content.
   *
   * @param origin what to name in an error
   * @throws CorruptDataException if it is not valid
   */
  public static Safetensors parse(byte[] content, String origin) {
    return SafetensorsFormat.decode(content, origin);
  }
}
