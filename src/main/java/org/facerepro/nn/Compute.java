package org.facerepro.nn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;

/**
 * The device that tensors live on, and the engine that works on them.
 *
 * <p>Resolving the first one starts the engine and fixes its threads: as many as processors within
 * an operation, one between operations, because a network here is one chain. Results on a CPU are
 * equal bit by bit for an equal number of threads on an equal kind of processor; a GPU promises no
 * such thing.
 */
public final class Compute {
  private static final Pattern GPU = Pattern.compile("gpu:(\\d{1,3})");

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
   * @param choice {@code auto} (the first GPU if there is one, else the CPU), {@code cpu} or {@code
   *     gpu:N}
   * @throws InvalidValueException if the choice is none of these
   * @throws DataUnavailableException if that GPU is not there
   */
  public static Compute of(String choice) {
    Matcher gpu = GPU.matcher(choice);
    boolean numbered = gpu.matches();
    if (!numbered && !choice.equals("auto") && !choice.equals("cpu")) {
      throw new InvalidValueException("device", "auto, cpu or gpu:N", choice);
    }
    Engine engine = StartedEngine.ENGINE;
    if (choice.equals("cpu")) {
      return new Compute(engine, Device.cpu());
    }
    int present = engine.getGpuCount();
    if (!numbered) {
      return new Compute(engine, present > 0 ? Device.gpu(0) : Device.cpu());
    }
    int number = Integer.parseInt(gpu.group(1));
    if (number >= present) {
      throw new DataUnavailableException(
          "%s is not there: the engine sees %d GPUs; choose cpu or auto, or install a driver and "
                  .formatted(choice, present)
              + "the engine's libraries for it");
    }
    return new Compute(engine, Device.gpu(number));
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
