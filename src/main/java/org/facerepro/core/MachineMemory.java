package org.facerepro.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory that this process may still take before the system ends it: what Linux calls available
 * and free swap, and what is left of the limits of its control groups.
 */
public final class MachineMemory {
  private static final long KIBI = 1024;

  private final Path root;

  private MachineMemory(Path root) {
    this.root = root;
  }

  /** Returns the memory left now, bytes; empty where the system does not tell. */
  public static OptionalLong left() {
    return left(Path.of("/"));
  }

  /** Reads {@code proc} and {@code sys} below another folder. */
  static OptionalLong left(Path root) {
    return new MachineMemory(root).smallest();
  }

  private OptionalLong smallest() {
    OptionalLong machine = value("proc/meminfo", "MemAvailable:");
    if (machine.isEmpty()) {
      return machine;
    }
    long swap = value("proc/meminfo", "SwapFree:").orElse(0);
    long left = (machine.getAsLong() + swap) * KIBI;
    return OptionalLong.of(Math.min(left, Math.min(unified(), old())));
  }

  /** Control groups, version 2: each folder from the process's own up may have a limit. */
  private long unified() {
    long left = Long.MAX_VALUE;
    Path top = root.resolve("sys/fs/cgroup");
    String own =
        lines("proc/self/cgroup").stream()
            .filter(line -> line.startsWith("0::/"))
            .map(line -> line.substring("0::/".length()))
            .findFirst()
            .orElse("");
    for (Path group = top.resolve(own).normalize();
        group != null && group.startsWith(top);
        group = group.getParent()) {
      String name = root.relativize(group).toString();
      OptionalLong limit = value(name + "/memory.max", "");
      long used = value(name + "/memory.current", "").orElse(0);
      long cached = value(name + "/memory.stat", "inactive_file").orElse(0);
      left = limit.isEmpty() ? left : Math.min(left, limit.getAsLong() - used + cached);
    }
    return left;
  }

  /** Control groups, version 1. */
  private long old() {
    String group = "sys/fs/cgroup/memory/";
    OptionalLong limit = value(group + "memory.limit_in_bytes", "");
    long used = value(group + "memory.usage_in_bytes", "").orElse(0);
    long cached = value(group + "memory.stat", "total_inactive_file").orElse(0);
    return limit.isEmpty() ? Long.MAX_VALUE : limit.getAsLong() - used + cached;
  }

  /** Returns the number behind {@code key}; empty without one, such as for "max". */
  private OptionalLong value(String file, String key) {
    return lines(file).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .filter(digits -> !digits.isEmpty() && digits.length() < 19)
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private List<String> lines(String file) {
    try (Stream<String> lines = Files.lines(root.resolve(file))) {
      return lines.toList();
    } catch (IOException | SecurityException e) {
      return List.of();
    }
  }
}
