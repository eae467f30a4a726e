package org.facerepro.face.model;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Some vertices of a mesh, such as those of the nose. Immutable. */
public final class VertexSet {
  private final BitSet members;

  private VertexSet(BitSet members) {
    this.members = members;
  }

  /** Collects vertices by number. */
  public static VertexSet of(IntStream vertices) {
    BitSet members = new BitSet();
    vertices.forEach(members::set);
    return new VertexSet(members);
  }

  /** Returns the vertices {@code first <= v < end}. */
  public static VertexSet range(int first, int end) {
    return of(IntStream.range(first, end));
  }

  public boolean contains(int vertex) {
    return members.get(vertex);
  }

  /** Returns the number of vertices in the set. */
  public int size() {
    return members.cardinality();
  }

  /** Returns the members, ascending. */
  public IntStream stream() {
    return members.stream();
  }

  /** Returns the number after the last member, 0 for an empty set. */
  public int end() {
    return members.length();
  }
}
