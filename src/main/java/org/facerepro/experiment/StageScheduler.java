package org.facerepro.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.facerepro.core.StageFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the stages of a graph through their work: each after those it reads from, several at a time
 * where they may, in the order of the graph where there is a choice.
 *
 * <p>A stage that needs the whole machine works on the calling thread, while nothing else that
 * computes is under way. One that another process is making is put off, and others go first.
 */
final class StageScheduler {
  private static final int MOST_AT_A_TIME = 4;
  private static final long RETRY_MILLIS = 200;

  /** What there is to do for a stage. */
  interface Job {
    /** How much of the machine {@link #make} takes. */
    MachineShare share();

    /** Looks whether the work was done before; takes one core. */
    boolean present();

    /** Does the work; false if another process is at it. */
    boolean make();
  }

  private enum State {
    CHECKING,
    TO_MAKE,
    MAKING,
    ELSEWHERE,
    DONE
  }

  /** The state that a stage comes to, or what went wrong. */
  private record Event(String stage, State state, @Nullable Throwable failure) {}

  private final List<String> order;
  private final Function<String, Set<String>> inputs;
  private final Function<String, Job> jobs;
  private final int cores;
  private final Map<String, State> states = new LinkedHashMap<>();
  private final Set<String> computing = new LinkedHashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final List<Throwable> failures = new ArrayList<>();

  /**
   * Prepares the work.
   *
   * @param order stages, each behind its inputs
   * @param inputs the stages that one reads from
   * @param jobs what there is to do for a stage
   * @param cores cores of the machine
   */
  StageScheduler(
      List<String> order,
      Function<String, Set<String>> inputs,
      Function<String, Job> jobs,
      int cores) {
    this.order = List.copyOf(order);
    this.inputs = inputs;
    this.jobs = jobs;
    this.cores = Math.min(cores, MOST_AT_A_TIME);
  }

  /** Works until every stage is done; after a failure only what is under way is ended. */
  void run() {
    work(true);
  }

  /**
   * Works until nothing is left but what other processes are making and what reads from that; can
   * be called again to go on.
   *
   * @return whether every stage is done
   */
  boolean advance() {
    retryElsewhere();
    work(false);
    return allDone();
  }

  private void work(boolean patient) {
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      while (!ended()) {
        drain();
        if (failures.isEmpty()) {
          start(pool);
        }
        Optional<String> whole = failures.isEmpty() ? nextWhole() : Optional.empty();
        if (whole.isPresent()) {
          String stage = whole.get();
          receive(attempt(stage, () -> made(stage)));
        } else if (patient || busy()) {
          await();
        } else {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageFailedException("interrupted while stages were running", e);
    } finally {
      pool.shutdownNow();
    }
    rethrow();
  }

  private boolean ended() {
    return failures.isEmpty() ? allDone() : !busy();
  }

  private boolean allDone() {
    return order.stream().allMatch(this::done);
  }

  private boolean busy() {
    return !computing.isEmpty() || !waiting.isEmpty();
  }

  private void start(ExecutorService pool) {
    for (String stage : order) {
      State state = states.get(stage);
      boolean ready = state == null && inputs.apply(stage).stream().allMatch(this::done);
      if (ready && computing.size() < cores) {
        start(pool, stage, State.CHECKING, computing, () -> checked(stage));
      } else if (state == State.TO_MAKE && jobs.apply(stage).share() == MachineShare.NONE) {
        start(pool, stage, State.MAKING, waiting, () -> made(stage));
      } else if (state == State.TO_MAKE
          && jobs.apply(stage).share() == MachineShare.CORE
          && computing.size() < cores) {
        start(pool, stage, State.MAKING, computing, () -> made(stage));
      }
    }
  }

  private boolean done(String stage) {
    return states.get(stage) == State.DONE;
  }

  private void start(
      ExecutorService pool, String stage, State state, Set<String> busy, Supplier<State> work) {
    states.put(stage, state);
    busy.add(stage);
    pool.execute(() -> events.add(attempt(stage, work)));
  }

  private State checked(String stage) {
    return jobs.apply(stage).present() ? State.DONE : State.TO_MAKE;
  }

  private State made(String stage) {
    return jobs.apply(stage).make() ? State.DONE : State.ELSEWHERE;
  }

  private static Event attempt(String stage, Supplier<State> work) {
    try {
      return new Event(stage, work.get(), null);
    } catch (RuntimeException | Error e) {
      return new Event(stage, State.TO_MAKE, e);
    }
  }

  /** Returns the first stage that takes the whole machine, if the machine is free for it. */
  private Optional<String> nextWhole() {
    return computing.isEmpty()
        ? order.stream()
            .filter(stage -> states.get(stage) == State.TO_MAKE)
            .filter(stage -> jobs.apply(stage).share() == MachineShare.WHOLE)
            .findFirst()
        : Optional.empty();
  }

  private void await() throws InterruptedException {
    Event event = events.poll(RETRY_MILLIS, TimeUnit.MILLISECONDS);
    if (event == null) {
      retryElsewhere();
    } else {
      receive(event);
      drain();
    }
  }

  private void retryElsewhere() {
    states.replaceAll((stage, state) -> state == State.ELSEWHERE ? State.TO_MAKE : state);
  }

  private void drain() {
    for (Event event = events.poll(); event != null; event = events.poll()) {
      receive(event);
    }
  }

  private void receive(Event event) {
    computing.remove(event.stage());
    waiting.remove(event.stage());
    states.put(event.stage(), event.state());
    if (event.failure() != null) {
      failures.add(event.failure());
    }
  }

  private void rethrow() {
    if (failures.isEmpty()) {
      return;
    }
    Throwable first = failures.get(0);
    failures.stream().skip(1).forEach(first::addSuppressed);
    if (first instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) first;
  }
}
