package org.facerepro.protocol.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.data.ImageTree;

/**
 * Takes pictures one by one, prepares some hundred at once on all processors, and hands them on in
 * the order in which they came.
 *
 * @param <T> what a picture becomes
 */
abstract class ParallelPictures<T> implements ImageTree.Visitor {
  private static final int AT_ONCE = 256;

  private final List<String> names = new ArrayList<>();
  private final List<byte[]> contents = new ArrayList<>();

  /** Prepares a picture, on any thread. */
  abstract T prepare(String name, byte[] content);

  /** Takes a prepared picture, on the reading thread. */
  abstract void take(T prepared);

  @Override
  public final void file(String name, byte[] content) {
    names.add(name);
    contents.add(content);
    if (names.size() == AT_ONCE) {
      flush();
    }
  }

  @Override
  public final void missing(String name) {
    failed(name, "there is no such picture");
  }

  /** Prepares and hands on what is left. */
  final void flush() {
    List<T> prepared =
        IntStream.range(0, names.size())
            .parallel()
            .mapToObj(i -> prepare(names.get(i), contents.get(i)))
            .toList();
    names.clear();
    contents.clear();
    prepared.forEach(this::take);
  }
}
