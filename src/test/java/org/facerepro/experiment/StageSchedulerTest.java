package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.facerepro.core.StageFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageSchedulerTest {
  private static final int CORES = 2;

  private final List<String> made = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, StageScheduler.Job> jobs = new LinkedHashMap<>();
  private final Map<String, Set<String>> inputs = new LinkedHashMap<>();

  private record Job(MachineShare share, boolean present, BooleanSupplier work)
      implements StageScheduler.Job {
    @Override
    public boolean make() {
      return work.getAsBoolean();
    }
  }

  private void stage(String name, MachineShare share, Set<String> reads, BooleanSupplier work) {
    inputs.put(name, reads);
    jobs.put(
        name,
        new Job(
            share,
            false,
            () -> {
              boolean done = work.getAsBoolean();
              if (done) {
                made.add(name);
              }
              return done;
            }));
  }

  private void run() {
    scheduler().run();
  }

  private StageScheduler scheduler() {
    return new StageScheduler(List.copyOf(jobs.keySet()), inputs::get, jobs::get, CORES);
  }

  @Test
  void aStage_comesAfterThoseItReadsFrom() {
    stage("a", MachineShare.WHOLE, Set.of(), () -> true);
    stage("b", MachineShare.CORE, Set.of("a"), () -> made.contains("a"));
    stage("c", MachineShare.NONE, Set.of("b"), () -> made.contains("b"));
    run();
    assertThat(made).containsExactly("a", "b", "c");
  }

  @Test
  void whatIsPresent_isNotMade() {
    inputs.put("a", Set.of());
    jobs.put("a", new Job(MachineShare.WHOLE, true, () -> made.add("a")));
    stage("b", MachineShare.CORE, Set.of("a"), () -> true);
    run();
    assertThat(made).containsExactly("b");
  }

  @Test
  void stagesOfOneCore_workSideBySide() {
    CountDownLatch both = new CountDownLatch(2);
    for (String name : List.of("a", "b")) {
      stage(name, MachineShare.CORE, Set.of(), () -> met(both));
    }
    run();
    assertThat(made).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void stagesOfTheWholeMachine_workAloneAndOnTheCallingThread() {
    Thread caller = Thread.currentThread();
    AtomicInteger working = new AtomicInteger();
    for (String name : List.of("a", "b", "c", "d")) {
      MachineShare share = name.compareTo("c") < 0 ? MachineShare.WHOLE : MachineShare.CORE;
      stage(
          name,
          share,
          Set.of(),
          () -> {
            int others = working.getAndAdd(share == MachineShare.WHOLE ? CORES : 1);
            boolean alone = others == 0 && Thread.currentThread().equals(caller);
            working.addAndGet(share == MachineShare.WHOLE ? -CORES : -1);
            return share == MachineShare.CORE || alone;
          });
    }
    run();
    assertThat(made).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void aStageThatWaitsForDisk_worksBesideOneOfTheWholeMachine() {
    CountDownLatch both = new CountDownLatch(2);
    stage("disk", MachineShare.NONE, Set.of(), () -> met(both));
    stage("all", MachineShare.WHOLE, Set.of(), () -> met(both));
    run();
    assertThat(made).containsExactlyInAnyOrder("disk", "all");
  }

  @Test
  void aStageThatAnotherProcessMakes_isPutOff_andOthersGoFirst() {
    stage("elsewhere", MachineShare.WHOLE, Set.of(), () -> made.contains("other"));
    stage("other", MachineShare.WHOLE, Set.of(), () -> true);
    run();
    assertThat(made).containsExactly("other", "elsewhere");
  }

  @ParameterizedTest
  @EnumSource(MachineShare.class)
  void aStageThatAnotherProcessMakes_isAskedForFiveTimesASecondAtMost(MachineShare share) {
    long start = System.nanoTime();
    AtomicInteger asked = new AtomicInteger();
    stage(
        "elsewhere",
        share,
        Set.of(),
        () -> {
          asked.incrementAndGet();
          return System.nanoTime() - start > TimeUnit.SECONDS.toNanos(1);
        });
    run();
    long fifths = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 200;
    assertThat((long) asked.get()).isLessThanOrEqualTo(fifths + 1);
  }

  @Test
  void advance_whereAStageIsMadeElsewhere_doesWhatDoesNotNeedItAndReturns() {
    stage("elsewhere", MachineShare.WHOLE, Set.of(), () -> false);
    stage("of one core", MachineShare.CORE, Set.of(), () -> true);
    stage("other", MachineShare.WHOLE, Set.of("of one core"), () -> true);
    stage("reader", MachineShare.CORE, Set.of("elsewhere"), () -> true);
    assertThat(scheduler().advance()).isFalse();
    assertThat(made).containsExactly("of one core", "other");
  }

  @Test
  void advance_calledAgainWhenTheOtherIsDone_goesOnWhereItWas() {
    AtomicInteger asked = new AtomicInteger();
    stage("first", MachineShare.WHOLE, Set.of(), () -> true);
    stage("elsewhere", MachineShare.CORE, Set.of(), () -> asked.incrementAndGet() > 1);
    stage("reader", MachineShare.WHOLE, Set.of("elsewhere"), () -> true);
    StageScheduler scheduler = scheduler();
    assertThat(scheduler.advance()).isFalse();
    assertThat(scheduler.advance()).isTrue();
    assertThat(made).containsExactly("first", "elsewhere", "reader");
  }

  @Test
  void aFailure_endsWhatIsUnderWayAndStartsNothingMore() {
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch failing = new CountDownLatch(1);
    stage(
        "slow",
        MachineShare.CORE,
        Set.of(),
        () -> {
          underWay.countDown();
          return reached(failing);
        });
    stage(
        "bad",
        MachineShare.CORE,
        Set.of(),
        () -> {
          assertThat(reached(underWay)).isTrue();
          failing.countDown();
          throw new StageFailedException("no space left");
        });
    stage("after", MachineShare.CORE, Set.of("slow", "bad"), () -> true);
    assertThatThrownBy(this::run)
        .isInstanceOf(StageFailedException.class)
        .hasMessage("no space left");
    assertThat(made).containsExactly("slow");
  }

  private static boolean met(CountDownLatch latch) {
    latch.countDown();
    return reached(latch);
  }

  private static boolean reached(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
