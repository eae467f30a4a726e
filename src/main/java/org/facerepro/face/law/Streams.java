package org.facerepro.face.law;

import java.nio.charset.StandardCharsets;

/** The random stream of a name: FNV-1a over UTF-8, 64 bits. */
final class Streams {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Streams() {}

  static long of(String name) {
    long hash = BASIS;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * PRIME;
    }
    return hash;
  }
}
