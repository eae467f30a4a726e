package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.Seed;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceNet;
import org.facerepro.nn.Inputs;
import org.facerepro.nn.Margin;
import org.facerepro.nn.MarginLoss;
import org.facerepro.nn.NativeScope;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.Weights;

/** What training changes: the weights, the class centres and the momentum, on the device. */
final class TrainingState implements AutoCloseable {
  static final String NETWORK = "network.";
  private static final String CENTRES = "centres";
  private static final String VELOCITY = "velocity.";

  private final TrainSpec spec;
  private final Compute compute;
  private final NDManager manager;
  private final FaceNet net;
  private final NDArray centres;
  private final Sgd sgd;

  /** What came out of one step: the batch's mean loss and its share of right classes. */
  record Outcome(double loss, double accuracy) {}

  private TrainingState(TrainSpec spec, Compute compute, Weights.Source network, Source source) {
    this.spec = spec;
    this.compute = compute;
    this.manager = compute.newManager();
    this.net = new FaceNet(spec.network());
    this.sgd = new Sgd(spec.optimiser());
    Weights.load(net, manager, network);
    this.centres = Weights.array(manager, source.centres());
    centres.setRequiresGradient(true);
    Weights.parameters(net).forEach((name, parameter) -> learn(name, parameter, source));
    sgd.add(manager, CENTRES, centres, true, source.velocity(CENTRES, centres.getShape()));
  }

  private void learn(String name, Parameter parameter, Source source) {
    if (parameter.requiresGradient()) {
      NDArray array = parameter.getArray();
      boolean decays = parameter.getType() == Parameter.Type.WEIGHT;
      Tensor velocity = source.velocity(NETWORK + name, array.getShape());
      sgd.add(manager, NETWORK + name, array, decays, velocity);
    }
  }

  /** Where centres and velocities start. */
  private interface Source {
    Tensor centres();

    Tensor velocity(String name, Shape shape);
  }

  /** Returns fresh weights at rest. */
  static TrainingState fresh(TrainSpec spec, int classes, Seed seed, Compute compute) {
    Weights.Source weights = Weights.fresh(seed.child("weights"));
    Shape shape = new Shape(classes, spec.network().embeddingSize());
    Source start =
        new Source() {
          @Override
          public Tensor centres() {
            return weights.get(CENTRES, Parameter.Type.WEIGHT, shape);
          }

          @Override
          public Tensor velocity(String name, Shape velocityShape) {
            float[] zeros = new float[Math.toIntExact(velocityShape.size())];
            return Tensor.takeOver(zeros, velocityShape.getShape());
          }
        };
    Weights.Source network = Weights.fresh(seed.child("weights"), spec.network());
    return new TrainingState(spec, compute, network, start);
  }

  /** Returns a state saved by {@link #tensors}. */
  static TrainingState stored(TrainSpec spec, Safetensors saved, Compute compute) {
    Source start =
        new Source() {
          @Override
          public Tensor centres() {
            return saved.tensor(CENTRES);
          }

          @Override
          public Tensor velocity(String name, Shape shape) {
            return saved.tensor(VELOCITY + name);
          }
        };
    return new TrainingState(spec, compute, Weights.stored(saved, NETWORK), start);
  }

  /** Learns from one batch. */
  Outcome step(Batch batch, Margin loss, double learningRate) {
    return NativeScope.in(
        () -> {
          try (NDManager memory = manager.newSubManager()) {
            Outcome outcome = gradients(memory, batch, loss);
            sgd.step(learningRate);
            return outcome;
          }
        });
  }

  private Outcome gradients(NDManager memory, Batch batch, Margin loss) {
    int side = spec.network().inputSize();
    NDArray pictures = Inputs.pictures(memory, batch.pixels(), batch.size(), side);
    NDArray labels = memory.create(batch.labels());
    try (GradientCollector collector = compute.engine().newGradientCollector()) {
      ParameterStore store = new ParameterStore(memory, false);
      NDArray features = net.forward(store, new NDList(pictures), true).singletonOrThrow();
      NDArray cosines = MarginLoss.cosines(features, centres);
      NDArray value = MarginLoss.loss(cosines, labels, loss, spec.labelSmoothing());
      collector.backward(value);
      long right = cosines.argMax(1).eq(labels).sum().getLong();
      return new Outcome(value.getFloat(), (double) right / batch.size());
    }
  }

  /** Copies the network's weights out of the device. */
  Map<String, Tensor> network() {
    Map<String, Tensor> tensors = new TreeMap<>();
    Weights.parameters(net)
        .forEach((name, parameter) -> tensors.put(name, Weights.tensor(parameter.getArray())));
    return tensors;
  }

  /** Copies all that training needs to go on from here. */
  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new TreeMap<>();
    network().forEach((name, tensor) -> tensors.put(NETWORK + name, tensor));
    tensors.put(CENTRES, Weights.tensor(centres));
    sgd.state().forEach((name, tensor) -> tensors.put(VELOCITY + name, tensor));
    return tensors;
  }

  @Override
  public void close() {
    manager.close();
  }
}
