package org.facerepro.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A root of reproducible randomness from which stages, subjects and samples derive their own seeds
 * by name or index.
 *
 * <p>A child depends on nothing but its parent and its name, never on the order or the thread in
 * which it is asked for: the same specification gives the same bytes on one thread and on sixteen.
 *
 * @param value any 64-bit value
 */
public record Seed(long value) {

  /** Returns the seed of the part called {@code name}; costs one SHA-256. */
  public Seed child(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer input = ByteBuffer.allocate(Long.BYTES + text.length).putLong(value).put(text);
    return new Seed(ByteBuffer.wrap(Sha256.digest(input.array())).getLong());
  }

  /** Returns the seed of the part number {@code index}; costs a few multiplications. */
  public Seed child(long index) {
    return new Seed(Rng.mix(value + Rng.mix(index + Rng.GOLDEN_GAMMA)));
  }

  /** Returns a fresh generator that starts at this seed. */
  public Rng rng() {
    return new Rng(value);
  }
}
