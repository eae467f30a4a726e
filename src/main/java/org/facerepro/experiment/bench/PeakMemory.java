package org.facerepro.experiment.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The most memory that the process held at once: its resident set as Linux counts it, elsewhere the
 * sum of the peaks of Java's memory pools.
 */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final String RESET_PEAK = "5";
  private static final String PEAK = "VmHWM:";
  private static final String NOW = "VmRSS:";
  private static final int KIBI = 1024;

  private PeakMemory() {}

  /** Begins anew from what is held now; where Linux forbids that, the peak is since the start. */
  static void reset() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    try {
      Files.writeString(CLEAR, RESET_PEAK);
    } catch (IOException | SecurityException e) {
      return;
    }
  }

  /** Returns the peak in bytes. */
  static long bytes() {
    return status(PEAK).orElseGet(PeakMemory::pools);
  }

  /** Returns the resident set as it is now, bytes; elsewhere than on Linux 0. */
  static long residentNow() {
    return status(NOW).orElse(0);
  }

  private static OptionalLong status(String key) {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBI)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static long pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
