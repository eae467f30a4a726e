package org.facerepro.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineMemoryTest {
  private final Path root;

  MachineMemoryTest(@TempDir Path root) throws IOException {
    this.root = root;
    file(
        "proc/meminfo",
        "MemTotal: 9000 kB\nMemAvailable:    5000 kB\nCached: 1 kB\nSwapFree: 7 kB");
  }

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  @Test
  void left_withoutGroups_isWhatTheMachineHas_andItsSwap() {
    assertThat(MachineMemory.left(root)).hasValue(5007 * 1024);
  }

  @Test
  void left_inAGroup_isTheRestOfItsLimit_withWhatItOnlyCaches() throws IOException {
    file("proc/self/cgroup", "0::/user/job");
    file("sys/fs/cgroup/user/job/memory.max", "max");
    file("sys/fs/cgroup/user/memory.max", "3000");
    file("sys/fs/cgroup/user/memory.current", "1000");
    file("sys/fs/cgroup/user/memory.stat", "anon 700\ninactive_file 100\nactive_file 5");
    assertThat(MachineMemory.left(root)).hasValue(2100);
  }

  @Test
  void left_inAGroupOfTheFirstVersion_isTheRestOfItsLimit() throws IOException {
    file("proc/self/cgroup", "9:memory:/x");
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "4000");
    file("sys/fs/cgroup/memory/memory.usage_in_bytes", "1500");
    assertThat(MachineMemory.left(root)).hasValue(2500);
  }

  @Test
  void left_whereTheSystemDoesNotTell_isUnknown() throws IOException {
    Files.delete(root.resolve("proc/meminfo"));
    assertThat(MachineMemory.left(root)).isEmpty();
  }
}
