package org.facerepro.nn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;

/**
 * The device that tensors live on, or several, and the engine that works on them.
 *
 * <p>Resolving the first one starts the engine with as many threads within an operation as there
 * are processors, and one between operations, because a network here is one chain. {@code
 * cpu:THREADS} sets another number, for the whole process.
 *
 * <p>On a CPU a training gives the same bits again for the same number of threads on the same kind
 * of processor, and other bits for another number, as sums are cut into as many parts. A GPU
 * promises neither.
 *
 * <p>A training uses all devices, everything else the first.
 */
public final class Compute {
  private static final Pattern FORM =
      Pattern.compile("auto|cpu(:(?<threads>[1-9]\\d{0,2}))?|gpu:(?<gpus>\\d{1,3}(,\\d{1,3})*)");

  private final Engine engine;
  private final List<Device> devices;

  private Compute(Engine engine, List<Device> devices) {
    Require.that(!devices.isEmpty(), "devices", "one or more", "none");
    this.engine = engine;
    this.devices = List.copyOf(devices);
  }

  /**
   * Facts for an archive.
   *
   * @param device {@code cpu}, {@code gpu:N} or {@code gpu:N,M,…}
   * @param threads threads within one operation on the CPU
   */
  public record Description(String engine, String version, String device, int threads) {}

  /**
   * Resolves a choice.
   *
   * @param choice {@code auto} (the first GPU if there is one, else the CPU), {@code cpu}, {@code
   *     cpu:THREADS}, {@code gpu:N} or {@code gpu:N,M,…}
   * @throws InvalidValueException if the choice is none of these, or names a GPU twice
   * @throws DataUnavailableException if one of the GPUs is not there
   */
  public static Compute of(String choice) {
    Matcher form = FORM.matcher(choice);
    if (!form.matches()) {
      throw new InvalidValueException("device", "auto, cpu, cpu:THREADS, gpu:N or gpu:N,M", choice);
    }
    Engine engine = started();
    if (form.group("gpus") != null) {
      return new Compute(engine, gpus(engine, form.group("gpus")));
    }
    if (form.group("threads") != null) {
      JniUtils.setNumThreads(Integer.parseInt(form.group("threads")));
    }
    boolean hasGpu = choice.equals("auto") && engine.getGpuCount() > 0;
    return new Compute(engine, List.of(hasGpu ? Device.gpu(0) : Device.cpu()));
  }

  /**
   * Takes devices as they come, of any kind; one that comes twice stands for two, so that a
   * training on several can be tried where there is one.
   */
  public static Compute on(List<Device> devices) {
    return new Compute(started(), devices);
  }

  private static Engine started() {
    try {
      return StartedEngine.ENGINE;
    } catch (ExceptionInInitializerError e) {
      throw new DataUnavailableException(
          ("the engine does not start (%s): use the project's launcher, whose build brings the"
                  + " engine's libraries, or name their folder in PYTORCH_LIBRARY_PATH")
              .formatted(e.getCause()),
          e);
    }
  }

  private static List<Device> gpus(Engine engine, String numbers) {
    List<Integer> all = Arrays.stream(numbers.split(",")).map(Integer::valueOf).toList();
    Require.that(Set.copyOf(all).size() == all.size(), "device", "each GPU once", "gpu:" + numbers);
    return all.stream().map(number -> gpu(engine, number)).toList();
  }

  private static Device gpu(Engine engine, int number) {
    int present = engine.getGpuCount();
    if (number >= present) {
      throw new DataUnavailableException(
          "gpu:%d is not there: the engine sees %d GPUs; choose cpu or auto, or install a driver "
                  .formatted(number, present)
              + "and the engine's libraries for it");
    }
    return Device.gpu(number);
  }

  /** Returns what an archive says about this device and engine. */
  public Description describe() {
    return new Description(
        engine.getEngineName(), engine.getVersion(), deviceName(), JniUtils.getNumThreads());
  }

  /** Returns a new manager of native memory on the first device; the caller closes it. */
  public NDManager newManager() {
    return engine.newBaseManager(device());
  }

  /** Returns the engine's handle of the first device. */
  public Device device() {
    return devices.get(0);
  }

  /** Returns the engine's handles of all devices, in the order of the choice. */
  public List<Device> devices() {
    return devices;
  }

  /** Returns the engine. */
  public Engine engine() {
    return engine;
  }

  private String deviceName() {
    return devices.stream()
        .map(device -> device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu")
        .collect(Collectors.joining(","))
        .replace(",gpu:", ",");
  }

  @Override
  public String toString() {
    return describe().toString();
  }

  /** The engine, started on first use; the Java platform makes that happen once. */
  private static final class StartedEngine {
    static final Engine ENGINE = start();

    private static Engine start() {
      NativeTuning.apply();
      Engine engine = Engine.getEngine("PyTorch");
      JniUtils.setNumInteropThreads(1);
      JniUtils.setNumThreads(Runtime.getRuntime().availableProcessors());
      return engine;
    }
  }
}
