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
   * Takes cameras and shots as a specification names them.
   *
   * @param yaws of cameras at head height, in degrees; none for all thirteen
   * @param shots 0 to 19; none for all
   * @throws InvalidValueException if there is no such camera or shot
   */
  public static PieShoot of(int subjects, int sessions, List<Integer> yaws, List<Integer> shots) {
    List<Camera> level = Camera.level();
    List<Integer> known = level.stream().map(PieShoot::yaw).toList();
    for (int yaw : yaws) {
      Require.that(known.contains(yaw), "yaws", "yaws of cameras, " + known, yaw);
    }
    for (int shot : shots) {
      Require.between("shots", shot, 0, PieImage.SHOTS - 1);
    }
    return new PieShoot(
        subjects,
        sessions,
        level.stream().filter(c -> yaws.isEmpty() || yaws.contains(yaw(c))).toList(),
        shots.isEmpty()
            ? IntStream.range(0, PieImage.SHOTS).boxed().toList()
            : List.copyOf(new TreeSet<>(shots)));
  }

  private static int yaw(Camera camera) {
    return camera.yaw().orElseThrow();
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

  /** Returns all pictures. */
  public List<PieImage> images() {
    return visits().stream().flatMap(visit -> visit(visit).stream()).toList();
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
