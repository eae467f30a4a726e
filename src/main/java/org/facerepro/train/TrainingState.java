package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceNet;
import org.facerepro.nn.NativeScope;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Scalars;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.Weights;
import org.facerepro.nn.loss.LossSpec;
import org.jspecify.annotations.Nullable;

/** What training changes: the weights, the class centres and the optimiser's state. */
final class TrainingState implements AutoCloseable {
  static final String NETWORK = "network.";

  private final TrainSpec spec;
  private final Compute compute;
  private final NDManager manager;
  private final Replicas replicas;
  private final FaceNet net;
  private final Head head;
  private final Optimiser optimiser;
  private final @Nullable WeightAverage average;
  private final List<Parameter> body = new ArrayList<>();
  private final StepClock clock = new StepClock();
  private int pending;

  /** What came out of one step: the batch's mean loss and its share of right answers. */
  record Outcome(double loss, double accuracy) {}

  /** Bytes of all arrays of a forward pass, and of the largest. */
  record Kept(long bytes, long largest) {}

  private TrainingState(
      TrainSpec spec,
      Compute compute,
      Weights.Source network,
      StateSource source,
      Head.Maker maker) {
    this.spec = spec;
    this.compute = compute;
    this.manager = compute.newManager();
    this.replicas = new Replicas(spec, compute, manager, network);
    this.net = replicas.first();
    this.head = maker.make(manager, source);
    UpdateSpec updates = spec.updating();
    this.optimiser = new Optimiser(spec.optimiser(), updates, source);
    requireHeadLayers(updates);
    Weights.parameters(net).forEach(this::learn);
    replicas.others().forEach(other -> Weights.parameters(other).forEach(this::addToBody));
    head.learnt()
        .forEach((name, array) -> optimiser.add(manager, name, array, true, Optimiser.Part.HEAD));
    this.average =
        updates.averaging() == null
            ? null
            : new WeightAverage(updates.averaging(), arrays(), manager, source);
  }

  private void requireHeadLayers(UpdateSpec updates) {
    for (String layer : updates.headLayers()) {
      Require.that(
          Weights.parameters(net).keySet().stream().anyMatch(name -> name.startsWith(layer + ".")),
          "headLayers",
          "names of outer blocks of the network, whose weights are "
              + Weights.parameters(net).keySet(),
          layer);
    }
  }

  private void learn(String name, Parameter parameter) {
    if (parameter.requiresGradient()) {
      boolean main = parameter.getType() == Parameter.Type.WEIGHT;
      Optimiser.Part part = spec.updating().part(name);
      optimiser.add(manager, NETWORK + name, parameter.getArray(), main, part);
    }
    addToBody(name, parameter);
  }

  private void addToBody(String name, Parameter parameter) {
    if (parameter.requiresGradient() && spec.updating().part(name) == Optimiser.Part.BODY) {
      body.add(parameter);
    }
  }

  private Map<String, NDArray> arrays() {
    Map<String, NDArray> arrays = new TreeMap<>();
    Weights.parameters(net).forEach((name, parameter) -> arrays.put(name, parameter.getArray()));
    return arrays;
  }

  /**
   * Returns the start of a training.
   *
   * @param initial weights of the network; fresh ones if null
   */
  static TrainingState fresh(
      TrainSpec spec, int classes, Seed seed, @Nullable Safetensors initial, Compute compute) {
    Weights.Source weights = Weights.fresh(seed.child("weights"));
    Weights.Source network = Weights.fresh(seed.child("weights"), spec.network());
    if (initial != null) {
      InitialWeights.requireFit(initial, shapes(spec, weights, compute));
      network = Weights.stored(initial, "");
    }
    return new TrainingState(
        spec, compute, network, StateSource.FRESH, maker(spec, classes, weights));
  }

  /** Returns a state of zeros, to measure it by. */
  static TrainingState blank(TrainSpec spec, int classes, Compute compute) {
    Weights.Source zeros =
        (name, type, shape) ->
            Tensor.takeOver(new float[Math.toIntExact(shape.size())], shape.getShape());
    return new TrainingState(spec, compute, zeros, StateSource.FRESH, maker(spec, classes, zeros));
  }

  private static Map<String, long[]> shapes(
      TrainSpec spec, Weights.Source weights, Compute compute) {
    try (NDManager memory = compute.newManager()) {
      FaceNet net = new FaceNet(spec.network());
      Weights.load(net, memory, weights);
      Map<String, long[]> shapes = new TreeMap<>();
      Weights.parameters(net)
          .forEach((name, array) -> shapes.put(name, array.getArray().getShape().getShape()));
      return shapes;
    }
  }

  /** Returns a state saved by {@link #tensors}. */
  static TrainingState stored(TrainSpec spec, int classes, Safetensors saved, Compute compute) {
    Weights.Source none =
        (name, type, shape) -> {
          throw new IllegalStateException("a stored training draws no weights");
        };
    return new TrainingState(
        spec,
        compute,
        Weights.stored(saved, NETWORK),
        StateSource.stored(saved),
        maker(spec, classes, none));
  }

  private static Head.Maker maker(TrainSpec spec, int classes, Weights.Source fresh) {
    if (!(spec.loss() instanceof LossSpec.OverCosines)) {
      return (manager, source) -> new TripletHead();
    }
    Shape shape = new Shape(classes, spec.network().embeddingSize());
    return (manager, source) -> {
      Tensor centres =
          source.get(
              CentresHead.CENTRES,
              () -> fresh.get(CentresHead.CENTRES, Parameter.Type.WEIGHT, shape));
      Tensor lengths = source.get(CentresHead.LENGTHS, CentresHead::freshLengths);
      return new CentresHead(
          Weights.array(manager, centres), lengths, spec.labelSmoothing(), spec.focal());
    };
  }

  /** Prepares for an epoch, counted from 0: the body rests or learns. */
  void enter(int epoch) {
    boolean rests = spec.updating().bodyRests(epoch);
    optimiser.freezeBody(rests);
    body.forEach(parameter -> parameter.freeze(rests));
  }

  /** Learns from one batch. */
  Outcome step(Batch batch, StepPlan plan) {
    return NativeScope.in(
        () -> {
          try (NDManager memory = manager.newSubManager()) {
            Outcome outcome = gradients(memory, batch, plan);
            if (plan.updates() && pending > 0) {
              pending = 0;
              replicas.gather();
              optimiser.step(plan.learningRate());
              replicas.spread();
              if (average != null) {
                average.update();
              }
              clock.lap(StepPart.UPDATE);
            }
            return outcome;
          }
        });
  }

  /** Returns where the time of steps went. */
  StepClock clock() {
    return clock;
  }

  private Outcome gradients(NDManager memory, Batch batch, StepPlan plan) {
    clock.start();
    NDList pictures = replicas.pictures(memory, batch);
    try (GradientCollector collector = compute.engine().newGradientCollector()) {
      NDArray features = replicas.features(memory, pictures, plan.seed());
      Head.Measured measured =
          head.measure(memory, features, batch.labels(), plan.loss(), plan.seed());
      NDArray loss = measured.loss();
      clock.lap(StepPart.FORWARD);
      if (loss == null) {
        return new Outcome(0, measured.accuracy());
      }
      float share = (float) plan.share();
      collector.backward(share == 1 ? loss : Scalars.times(loss, share));
      pending++;
      clock.lap(StepPart.BACKWARD);
      return new Outcome(loss.getFloat(), measured.accuracy());
    }
  }

  /** Measures what the engine keeps of a forward pass on a device; running statistics change. */
  Kept kept(int pictures) {
    return NativeScope.in(
        () -> {
          try (NDManager memory = manager.newSubManager()) {
            int side = spec.network().inputSize();
            NDArray input = memory.zeros(new Shape(pictures, 3, side, side));
            NDArray features = Replicas.forward(net, memory, input);
            head.measure(memory, features, new long[pictures], spec.loss(), new Seed(0));
            List<NDArray> arrays = memory.getManagedArrays();
            long largest = arrays.stream().mapToLong(TrainingState::bytes).max().orElse(0);
            return new Kept(bytes(memory), largest);
          }
        });
  }

  /**
   * Returns the bytes of weights, their gradients and the optimiser's state, and of a copy; with
   * those of replicas that share the first device.
   */
  long ownBytes() {
    long learnt = head.learnt().values().stream().mapToLong(TrainingState::bytes).sum();
    for (Parameter parameter : Weights.parameters(net).values()) {
      learnt += parameter.requiresGradient() ? bytes(parameter.getArray()) : 0;
    }
    return 2 * bytes(manager) + learnt + 2 * replicas.bytesBesideFirst();
  }

  /** Returns how many arrays live as long as this state. */
  int arrayCount() {
    return manager.getManagedArrays().size() + replicas.arraysOfOthers();
  }

  private static long bytes(NDManager memory) {
    return memory.getManagedArrays().stream().mapToLong(TrainingState::bytes).sum();
  }

  private static long bytes(NDArray array) {
    return array.size() * array.getDataType().getNumOfBytes();
  }

  /** Copies the weights of the network that a model is written from out of the device. */
  Map<String, Tensor> network() {
    return average == null ? weights() : average.tensors();
  }

  private Map<String, Tensor> weights() {
    Map<String, Tensor> tensors = new TreeMap<>();
    arrays().forEach((name, array) -> tensors.put(name, Weights.tensor(array)));
    return tensors;
  }

  /** Copies all that training needs to go on from here. */
  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new TreeMap<>();
    weights().forEach((name, tensor) -> tensors.put(NETWORK + name, tensor));
    tensors.putAll(head.tensors());
    tensors.putAll(optimiser.state());
    if (average != null) {
      tensors.putAll(average.state());
    }
    return tensors;
  }

  @Override
  public void close() {
    manager.close();
  }
}
