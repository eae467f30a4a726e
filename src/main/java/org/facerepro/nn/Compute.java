package org.facerepro.nn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;

/**
 * The device that tensors live on, and the engine that works on them.
 *
 * <p>Resolving the first one starts the engine with as many threads within an operation as there
 * are processors, and one between operations, because a network here is one chain. {@code
 * cpu:THREADS} sets another number, for the whole process.
 *
 * <p>On a CPU a training gives the same bits again for the same number of threads on the same kind
 * of processor, and other bits for another number, as sums are cut into as many parts. A GPU
 * promises neither.
 */
public final class Compute {
  private static final Pattern FORM =
      Pattern.compile("auto|cpu(:(?<threads>[1-9]\\d{0,2}))?|gpu:(?<gpu>\\d{1,3})");

  private static final Pattern SEVERAL = Pattern.compile("gpu:\\d+(,\\d+)+");

  private final Engine engine;
  private final Device device;

  private Compute(Engine engine, Device device) {
    this.engine = engine;
    this.device = device;
  }

  /**
   * Facts for an archive.
   *
   * @param device {@code cpu} or {@code gpu:N}
   * @param threads threads within one operation on the CPU
   */
  public record Description(String engine, String version, String device, int threads) {}

  /**
   * Resolves a choice.
   *
   * @param choice {@code auto} (the first GPU if there is one, else the CPU), {@code cpu}, {@code
   *     cpu:THREADS} or {@code gpu:N}
   * @throws InvalidValueException if the choice is none of these
   * @throws DataUnavailableException if that GPU is not there
   */
  public static Compute of(String choice) {
    Require.that(
        !SEVERAL.matcher(choice).matches(),
        "device",
        "one GPU, gpu:N, as a training runs on one device",
        choice);
    Matcher form = FORM.matcher(choice);
    if (!form.matches()) {
      throw new InvalidValueException("device", "auto, cpu, cpu:THREADS or gpu:N", choice);
    }
    Engine engine = StartedEngine.ENGINE;
    if (form.group("gpu") != null) {
      return new Compute(engine, gpu(engine, Integer.parseInt(form.group("gpu"))));
    }
    if (form.group("threads") != null) {
      JniUtils.setNumThreads(Integer.parseInt(form.group("threads")));
    }
    boolean hasGpu = choice.equals("auto") && engine.getGpuCount() > 0;
    return new Compute(engine, hasGpu ? Device.gpu(0) : Device.cpu());
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

  /** Returns a new manager of native memory on this device; the caller closes it. */
  public NDManager newManager() {
    return engine.newBaseManager(device);
  }

  /** Returns the engine's handle of the device. */
  public Device device() {
    return device;
  }

  /** Returns the engine. */
  public Engine engine() {
    return engine;
  }

  private String deviceName() {
    return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
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
