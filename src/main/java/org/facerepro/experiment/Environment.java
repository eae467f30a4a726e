package org.facerepro.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.Json;
import org.facerepro.nn.Compute;

/**
 * The machine and the software that a result was made with.
 *
 * @param schema {@code facerepro/environment/v1}
 * @param facerepro version of this program
 * @param revision git revision of the project, "-dirty" behind it if files were changed
 * @param java version, vendor and virtual machine
 * @param os name, version and architecture
 * @param cpu model of the processor
 * @param processors processors that Java may use
 * @param compute tensor engine, its version, device and threads
 * @param dependencies file names of all libraries
 */
public record Environment(
    String schema,
    String facerepro,
    String revision,
    String java,
    String os,
    String cpu,
    int processors,
    Compute.Description compute,
    List<String> dependencies) {

  public static final String SCHEMA = "facerepro/environment/v1";
  private static final String UNKNOWN = "unknown";
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  public Environment {
    dependencies = List.copyOf(dependencies);
  }

  /** Looks around. */
  public static Environment capture(Path home, Compute compute) {
    return new Environment(
        SCHEMA,
        version(),
        GitRevision.of(home).orElse(UNKNOWN),
        String.join(
            " ",
            System.getProperty("java.version"),
            System.getProperty("java.vendor"),
            System.getProperty("java.vm.name")),
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")),
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        compute.describe(),
        libraries());
  }

  private static String version() {
    String version = Environment.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  /** Returns what decides the bits of pictures, which depend on Java's codecs. */
  public static String javaPlatform() {
    return System.getProperty("java.runtime.version") + " " + System.getProperty("os.arch");
  }

  /** Returns what decides the bits of networks: also processor, engine, device and threads. */
  public static String enginePlatform(Compute compute) {
    return String.join(", ", javaPlatform(), cpuModel(), Json.compact(compute.describe()));
  }

  /** Returns the model of the processor as Linux names it. */
  public static String cpuModel() {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  static List<String> libraries() {
    String separator = System.getProperty("path.separator");
    return Arrays.stream(System.getProperty("java.class.path").split(separator))
        .map(entry -> String.valueOf(Path.of(entry).getFileName()))
        .filter(name -> name.endsWith(".jar"))
        .sorted()
        .distinct()
        .toList();
  }
}
