package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.facerepro.core.Progress;
import org.junit.jupiter.api.Test;

class LineProgressTest {

  @Test
  void advance_printsAtMostOneLineInTenSeconds() {
    assertThat(lines(task -> advance(task, 4), 0, 3, 6, 11, 12))
        .containsExactly(
            "faces: 3/4 faces, 11 s, 0.273 faces/s, 4 s left", "faces: 4/4 faces, 12 s, done");
  }

  @Test
  void note_isPrintedAtOnce() {
    assertThat(lines(task -> task.note("loss 1.5"), 0, 2, 2))
        .first()
        .isEqualTo("faces: 0/4 faces, 2 s, loss 1.5");
  }

  @Test
  void close_beforeTheEnd_saysStopped() {
    assertThat(lines(task -> {}, 0, 1)).containsExactly("faces: 0/4 faces, 1 s, stopped");
  }

  private interface Work {
    void on(Progress.Task task);
  }

  private static void advance(Progress.Task task, int times) {
    for (int i = 0; i < times; i++) {
      task.advance(1);
    }
  }

  /** Runs work on a task of four faces; the clock shows the given seconds, the last for ever. */
  private static List<String> lines(Work work, int... seconds) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Iterator<Integer> times = Arrays.stream(seconds).iterator();
    Instant[] now = {Instant.EPOCH};
    InstantSource clock =
        () -> {
          if (times.hasNext()) {
            now[0] = Instant.ofEpochSecond(times.next());
          }
          return now[0];
        };
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (Progress.Task task = Progresses.lines(out, clock).start("faces", 4, "faces")) {
      work.on(task);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
