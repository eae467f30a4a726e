package org.facerepro.experiment.bench;

import java.util.Map;
import org.facerepro.train.TrainingLoop;

/**
 * Thousands of steps of a small training, to see that its memory stays what it is: the resident set
 * after the first tenth of a run against that at the end, each after a collection of Java's
 * garbage.
 *
 * @param recipe what is trained; its steps are a tenth of a run
 */
record SteadyTrainingCase(TrainingCase recipe) implements BenchCase {
  private static final int PARTS = 10;

  @Override
  public String id() {
    return recipe.id();
  }

  @Override
  public BenchTarget target() {
    return BenchTarget.TRAIN;
  }

  @Override
  public Prepared prepare(double scale) {
    return new Running(recipe, recipe.loop(scale));
  }

  private static final class Running implements Prepared {
    private final TrainingCase recipe;
    private final TrainingLoop loop;
    private long early;
    private long late;

    Running(TrainingCase recipe, TrainingLoop loop) {
      this.recipe = recipe;
      this.loop = loop;
    }

    @Override
    public int images() {
      return PARTS * loop.steps() * recipe.batchSize();
    }

    @Override
    public String input() {
      return PARTS + " times " + recipe.input(loop);
    }

    @Override
    public Object run(Stages stages) {
      for (int part = 0; part < PARTS; part++) {
        recipe.learn(loop, stages);
        if (part == 0) {
          early = settled();
        }
      }
      late = settled();
      return PARTS;
    }

    private static long settled() {
      System.gc();
      return PeakMemory.residentNow();
    }

    @Override
    public Map<String, Double> figures() {
      return Map.of(
          "residentBytesEarly", (double) early,
          "residentBytesLate", (double) late,
          "residentGrowth", (double) late / early - 1);
    }

    @Override
    public void close() {
      loop.close();
    }
  }
}
