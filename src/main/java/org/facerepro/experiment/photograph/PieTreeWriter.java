package org.facerepro.experiment.photograph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.core.StageFailedException;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.photograph.PieShoot.Visit;
import org.facerepro.face.Casting;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.scene.RenderWorkspace;

/**
 * Writes the tree of Multi-PIE: {@code Multi-Pie/data}, {@code meta/subject_list.txt} and {@code
 * landmarks.txt}. A visit appears in the tree when all its pictures are there, with a note of what
 * they hold, so that an interrupted call is gone on with, also after a power loss; the bytes do not
 * depend on threads.
 */
public final class PieTreeWriter {
  private static final String DATA = "Multi-Pie/data/";
  private static final String LANDMARKS = "Multi-Pie/landmarks.txt";
  private static final String SUBJECTS = "Multi-Pie/meta/subject_list.txt";

  /** The list wants a year of birth; generated people have none. */
  private static final int NO_YEAR = 1900;

  private final PieShoot shoot;
  private final PieStudio studio;
  private final Path root;
  private final Path scratch;

  /**
   * Prepares to photograph.
   *
   * @param spec people and pictures; its samples per subject are the sessions
   * @param root folder that gets {@code Multi-Pie}
   * @param scratch folder that keeps what an interrupted call has done
   */
  public PieTreeWriter(
      GeneratorSpec spec, Seed seed, Casting casting, PieShoot shoot, Path root, Path scratch) {
    this.shoot = shoot;
    this.studio = new PieStudio(spec, seed, casting);
    this.root = root;
    this.scratch = scratch;
  }

  /**
   * Photographs all that is missing.
   *
   * @param done is told the number of pictures that are there, piece by piece
   */
  public void write(int threads, IntConsumer done) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    BlockingQueue<RenderWorkspace> idle = new ArrayBlockingQueue<>(threads);
    for (int i = 0; i < threads; i++) {
      idle.add(studio.newWorkspace());
    }
    try {
      List<Future<?>> visits =
          shoot.visits().stream().<Future<?>>map(v -> pool.submit(() -> visit(v, idle))).toList();
      for (Future<?> visit : visits) {
        await(visit);
        done.accept(shoot.cameras().size() * shoot.shots().size());
      }
    } finally {
      pool.shutdownNow();
    }
    lists();
  }

  private static void await(Future<?> visit) {
    try {
      visit.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageFailedException("photographing was interrupted; run again to go on", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FaceReproException expected) {
        throw expected;
      }
      throw new StageFailedException("a face could not be rendered: " + e.getCause(), e);
    }
  }

  private Void visit(Visit visit, BlockingQueue<RenderWorkspace> idle) throws InterruptedException {
    try {
      if (!isWhole(visit)) {
        RenderWorkspace workspace = idle.take();
        try {
          photograph(visit, workspace);
        } finally {
          idle.add(workspace);
        }
      }
    } catch (IOException e) {
      throw new StorageException(
          "cannot write %s (%s)".formatted(folder(visit), AtomicFiles.reason(e)), e);
    }
    return null;
  }

  private boolean isWhole(Visit visit) throws IOException {
    Optional<VisitNote> note = VisitNote.read(note(visit));
    return note.isPresent() && note.get().isWholeIn(root.resolve(DATA));
  }

  private void photograph(Visit visit, RenderWorkspace workspace) throws IOException {
    Path begun = scratch.resolve(name(visit));
    AtomicFiles.deleteTree(begun);
    VisitAlbum album = new VisitAlbum(begun);
    studio.photograph(visit, shoot.visit(visit), workspace, album);
    album.note().write(note(visit));
    Path folder = folder(visit);
    AtomicFiles.deleteTree(folder);
    Files.createDirectories(folder.getParent());
    AtomicFiles.moveIntoPlace(begun.resolve(path(visit)), folder);
    AtomicFiles.deleteTree(begun);
  }

  /** Landmarks are kept apart until all are there: other files do not belong among pictures. */
  private void lists() {
    StringBuilder landmarks = new StringBuilder();
    StringBuilder subjects = new StringBuilder();
    for (Visit visit : shoot.visits()) {
      landmarks.append(Json.read(note(visit), VisitNote.class).landmarks());
    }
    for (int subject = 0; subject < shoot.subjects(); subject++) {
      subjects.append("%03d %d %s".formatted(subject + 1, NO_YEAR, studio.gender(subject)));
      for (int session = 1; session <= PieShoot.MOST_SESSIONS; session++) {
        subjects.append(session <= shoot.sessions() ? " 1" : " 0");
      }
      subjects.append('\n');
    }
    text(LANDMARKS, landmarks);
    text(SUBJECTS, subjects);
  }

  private void text(String file, StringBuilder content) {
    AtomicFiles.writeFile(root.resolve(file), content.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Path note(Visit visit) {
    return scratch.resolve(name(visit) + ".json");
  }

  private Path folder(Visit visit) {
    return root.resolve(DATA + path(visit));
  }

  private static String path(Visit visit) {
    return "session%02d/multiview/%03d".formatted(visit.session(), visit.subject() + 1);
  }

  private static String name(Visit visit) {
    return "visit-%03d-%02d".formatted(visit.subject() + 1, visit.session());
  }
}
