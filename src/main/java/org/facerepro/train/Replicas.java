package org.facerepro.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceNet;
import org.facerepro.nn.Inputs;
import org.facerepro.nn.NativeScope;
import org.facerepro.nn.Weights;

/**
 * A network under training, once on each device: a batch is split among them in its order, the
 * first learns from the gradients of all, and the others take its weights.
 *
 * <p>Batch normalisation sees the part of its own device only, and the running statistics that go
 * into a model are the first device's. With one device it is the network alone.
 */
final class Replicas {
  /** What batch normalisation needs to have a variance. */
  private static final int LEAST_PICTURES = 2;

  private static final NDIndex ALL = new NDIndex("...");

  private final TrainSpec spec;
  private final Compute compute;
  private final List<Replica> replicas = new ArrayList<>();

  /** A network, what of it may learn, and the memory of its device. */
  private record Replica(FaceNet net, List<Parameter> learnt, NDManager memory) {
    static Replica make(TrainSpec spec, NDManager memory, Weights.Source source) {
      FaceNet net = new FaceNet(spec.network(), spec.arithmetic(), memory);
      Weights.load(net, memory, source);
      List<Parameter> learnt = new ArrayList<>(Weights.parameters(net).values());
      learnt.removeIf(parameter -> !parameter.requiresGradient());
      return new Replica(net, learnt, memory);
    }
  }

  /**
   * Makes the networks.
   *
   * @param manager of memory on the first device; all that is made here lives as long as it
   * @param source of weights, which gives the same for the same name each time
   * @throws org.facerepro.core.InvalidValueException if a batch has too few pictures for so many
   *     devices
   */
  Replicas(TrainSpec spec, Compute compute, NDManager manager, Weights.Source source) {
    this.spec = spec;
    this.compute = compute;
    List<Device> devices = compute.devices();
    int least = LEAST_PICTURES * devices.size();
    Require.that(
        spec.batchSize() >= least,
        "batchSize",
        "at least %d, as each of %d devices takes %d pictures or more"
            .formatted(least, devices.size(), LEAST_PICTURES),
        spec.batchSize());
    replicas.add(Replica.make(spec, manager, source));
    for (Device device : devices.subList(1, devices.size())) {
      replicas.add(Replica.make(spec, manager.newSubManager(device), source));
    }
  }

  /** Returns the network that learns. */
  FaceNet first() {
    return replicas.get(0).net();
  }

  /** Returns the networks that follow it. */
  List<FaceNet> others() {
    return followers().stream().map(Replica::net).toList();
  }

  private List<Replica> followers() {
    return replicas.subList(1, replicas.size());
  }

  /**
   * Returns where each of {@code parts} parts of a batch begins, and the end: parts of equal length
   * in the batch's order, the earlier ones with one picture more where it does not divide.
   */
  static int[] starts(int size, int parts) {
    int[] starts = new int[parts + 1];
    for (int i = 0; i <= parts; i++) {
      starts[i] = size / parts * i + Math.min(size % parts, i);
    }
    return starts;
  }

  /** Puts a batch on the devices, a part on each; {@code memory} is of this step on the first. */
  NDList pictures(NDManager memory, Batch batch) {
    int[] starts = starts(batch.size(), replicas.size());
    NDList parts = new NDList();
    for (int i = 0; i < replicas.size(); i++) {
      int count = starts[i + 1] - starts[i];
      NDManager own = i == 0 ? memory : replicas.get(i).memory();
      int side = spec.network().inputSize();
      parts.add(Inputs.pictures(own, batch.pixels(starts[i], count), count, side));
    }
    return parts;
  }

  /**
   * Returns the features of all parts, {@code [n, d]}, in the batch's order on the first device.
   */
  NDArray features(NDManager memory, NDList parts, Seed seed) {
    NDList features = new NDList();
    for (int i = 0; i < parts.size(); i++) {
      if (spec.network().dropout() != null) {
        // What the engine leaves out would else depend on the steps since the process began.
        Seed own = i == 0 ? seed : seed.child("replica").child(i);
        compute.engine().setRandomSeed((int) own.value());
      }
      Replica replica = replicas.get(i);
      NDManager at = i == 0 ? memory : replica.memory();
      NDArray part = forward(replica.net(), at, parts.get(i));
      features.add(part.toDevice(compute.device(), false));
    }
    if (features.size() == 1) {
      return features.get(0);
    }
    NDArray all = NDArrays.concat(features);
    all.attach(memory);
    return all;
  }

  /** Returns the features of pictures under training. */
  static NDArray forward(FaceNet net, NDManager memory, NDArray pictures) {
    ParameterStore store = new ParameterStore(memory, false);
    return net.forward(store, new NDList(pictures), true).singletonOrThrow();
  }

  /** Adds the gradients of the others to the first's, in their order, and sets theirs to 0. */
  void gather() {
    List<Parameter> targets = replicas.get(0).learnt();
    for (Replica replica : followers()) {
      for (int i = 0; i < targets.size(); i++) {
        Parameter target = targets.get(i);
        Parameter from = replica.learnt().get(i);
        if (target.requiresGradient()) {
          NativeScope.run(() -> moveGradient(from.getArray(), target.getArray()));
        }
      }
    }
  }

  private static void moveGradient(NDArray from, NDArray target) {
    NDArray gradient = from.getGradient();
    target.getGradient().addi(gradient.toDevice(target.getDevice(), false));
    gradient.muli(0f);
  }

  /** Gives the others the first's weights. */
  void spread() {
    List<Parameter> sources = replicas.get(0).learnt();
    for (Replica replica : followers()) {
      for (int i = 0; i < sources.size(); i++) {
        NDArray weight = sources.get(i).getArray();
        NDArray copy = replica.learnt().get(i).getArray();
        NativeScope.run(() -> copy.set(ALL, weight));
      }
    }
  }

  /** Returns the bytes of those of the others that share the first's device. */
  long bytesBesideFirst() {
    return followers().stream()
        .map(Replica::memory)
        .filter(memory -> memory.getDevice().equals(compute.device()))
        .flatMap(memory -> memory.getManagedArrays().stream())
        .mapToLong(array -> array.size() * array.getDataType().getNumOfBytes())
        .sum();
  }

  /** Returns how many arrays of the others live as long as they. */
  int arraysOfOthers() {
    return followers().stream().mapToInt(r -> r.memory().getManagedArrays().size()).sum();
  }
}
