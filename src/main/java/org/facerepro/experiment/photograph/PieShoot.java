package org.facerepro.experiment.photograph;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.protocol.multipie.Camera;
import org.facerepro.protocol.multipie.Expression;
import org.facerepro.protocol.multipie.PieImage;

/**
 * What of Multi-PIE is photographed: the first recording, neutral, of some sessions, by some
 * cameras at head height in some shots.
 *
 * @param subjects 1 to 346, numbered from 1
 * @param sessions 1 to 4, to all of which every subject comes
 * @param cameras in the order of the database
 * @param shots ascending
 */
public record PieShoot(int subjects, int sessions, List<Camera> cameras, List<Integer> shots) {
  static final int MOST_SESSIONS = Expression.SESSIONS;
  private static final int MOST_SUBJECTS = 346;
  private static final int NEUTRAL = 1;

  public PieShoot {
    Require.between("subjects", subjects, 1, MOST_SUBJECTS);
    Require.between("samplesPerSubject", sessions, 1, MOST_SESSIONS);
    cameras = List.copyOf(cameras);
    shots = List.copyOf(shots);
  }

  /**
   * Reads cameras and shots as a specification names them.
   *
   * @param cameras folders of cameras such as {@code 05_1}; none for all thirteen at head height
   * @param shots 0 to 19; none for all
   * @throws InvalidValueException if there is no such camera or shot
   */
  public static PieShoot of(int subjects, int sessions, List<String> cameras, List<Integer> shots) {
    List<Camera> level = Camera.level();
    for (String folder : cameras) {
      Require.that(
          Camera.ofFolder(folder).filter(level::contains).isPresent(),
          "cameras",
          "folders of cameras at head height, " + level.stream().map(Camera::folder).toList(),
          folder);
    }
    for (int shot : shots) {
      Require.between("shots", shot, 0, PieImage.SHOTS - 1);
    }
    return new PieShoot(
        subjects,
        sessions,
        level.stream().filter(c -> cameras.isEmpty() || cameras.contains(c.folder())).toList(),
        shots.isEmpty()
            ? IntStream.range(0, PieImage.SHOTS).boxed().toList()
            : List.copyOf(new TreeSet<>(shots)));
  }

  /** Returns the pictures of one visit, by camera and shot. */
  List<PieImage> visit(Visit visit) {
    List<PieImage> images = new ArrayList<>();
    for (Camera camera : cameras) {
      for (int shot : shots) {
        images.add(new PieImage(visit.subject() + 1, visit.session(), NEUTRAL, camera, shot));
      }
    }
    return images;
  }

  /** Returns all visits, subject by subject. */
  List<Visit> visits() {
    return IntStream.range(0, subjects)
        .boxed()
        .flatMap(s -> IntStream.rangeClosed(1, sessions).mapToObj(i -> new Visit(s, i)))
        .toList();
  }

  /** Returns how many pictures there are in all. */
  public long pictures() {
    return (long) subjects * sessions * cameras.size() * shots.size();
  }

  /**
   * One subject's coming to one session.
   *
   * @param subject from 0
   * @param session from 1
   */
  record Visit(int subject, int session) {}
}
