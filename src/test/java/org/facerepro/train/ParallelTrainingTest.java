package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.nn.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings on several threads of one process. */
class ParallelTrainingTest {
  private static final int TRAININGS = 3;
  private static final Compute CPU = Compute.of("cpu");
  private static final FacePool FACES = FacePool.of(ToyFaces.make(6, 10, new Seed(1)));

  private static byte[] weights(long seed, Path folder) {
    Path model = folder.resolve("model-" + seed);
    RecogniserTrainer.train(
        ToyFaces.spec(4, 0.1),
        FACES,
        ToyFaces.make(5, 6, new Seed(2)),
        null,
        new Seed(seed),
        folder.resolve("work-" + seed),
        model,
        CPU,
        Progress.SILENT);
    try {
      return Files.readAllBytes(model.resolve(ModelFacts.WEIGHTS_FILE));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void models_trainedAtTheSameTime_areThoseTrainedOneAfterTheOther(@TempDir Path folder)
      throws InterruptedException, ExecutionException {
    List<Future<byte[]>> together = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(TRAININGS);
    try {
      for (int seed = 0; seed < TRAININGS; seed++) {
        long own = seed;
        together.add(pool.submit(() -> weights(own, folder.resolve("together"))));
      }
      for (int seed = 0; seed < TRAININGS; seed++) {
        assertThat(together.get(seed).get()).isEqualTo(weights(seed, folder.resolve("alone")));
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
