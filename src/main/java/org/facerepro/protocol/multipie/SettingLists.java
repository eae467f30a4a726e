package org.facerepro.protocol.multipie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.facerepro.metric.search.Roster;
import org.facerepro.protocol.search.SearchPart;

/**
 * The gallery and the probes of a setting.
 *
 * @param gallery one image for each subject tested
 * @param probes in the order of subjects, sessions, cameras and shots
 * @param remarks upon what is missing and who was tested
 */
record SettingLists(List<PieImage> gallery, List<PieImage> probes, List<String> remarks) {
  private static final String RAISED = "raised";

  SettingLists {
    gallery = List.copyOf(gallery);
    probes = List.copyOf(probes);
    remarks = List.copyOf(remarks);
  }

  static SettingLists of(PieSetting setting, SettingOptions options, PieDatabase database) {
    PieGaps gaps = new PieGaps(database.tree(), options.missing());
    List<Integer> tested = setting.tested(database, options.cut());
    PieSelection rule =
        new PieSelection(setting.takes(options.secondNeutral()), cameras(options), shots(options));
    List<PieImage> gallery = new ArrayList<>();
    List<PieImage> probes = new ArrayList<>();
    for (int subject : tested) {
      PieImage enrolled =
          new PieImage(
              subject, database.firstSession(subject), 1, Camera.C05_1, options.galleryShot());
      gallery.addAll(gaps.present(List.of(enrolled)));
      List<PieImage> wanted =
          database.select(subject, rule).stream()
              .filter(image -> isProbe(image, enrolled, options.frontal()))
              .toList();
      probes.addAll(gaps.present(wanted));
    }
    List<String> remarks = new ArrayList<>();
    remarks.add("%d subjects are tested".formatted(tested.size()));
    gaps.remark().ifPresent(remarks::add);
    return new SettingLists(gallery, probes, remarks);
  }

  private static List<Camera> cameras(SettingOptions options) {
    return List.of(Camera.values()).stream()
        .filter(
            camera ->
                camera.yaw().isPresent()
                    ? Math.abs(camera.yaw().getAsInt()) <= options.maxYaw()
                    : options.raised())
        .toList();
  }

  private static List<Integer> shots(SettingOptions options) {
    return IntStream.range(0, PieImage.SHOTS - (options.lastShot() ? 0 : 1)).boxed().toList();
  }

  private static boolean isProbe(PieImage image, PieImage enrolled, FrontalProbes frontal) {
    if (image.camera() != Camera.C05_1) {
      return true;
    }
    return switch (frontal) {
      case NONE -> false;
      case OTHER_SESSIONS -> image.session() != enrolled.session();
      case ALL -> !image.equals(enrolled);
    };
  }

  /** Returns the probes by yaw, ascending, raised cameras last. */
  Map<String, List<PieImage>> probesByYaw(YawPooling pooling) {
    SortedMap<Integer, List<PieImage>> byYaw = new TreeMap<>();
    for (PieImage probe : probes) {
      OptionalInt yaw = probe.camera().yaw();
      int key = yaw.isEmpty() ? Integer.MAX_VALUE : key(yaw.getAsInt(), pooling);
      byYaw.computeIfAbsent(key, k -> new ArrayList<>()).add(probe);
    }
    Map<String, List<PieImage>> named = new LinkedHashMap<>();
    byYaw.forEach((key, images) -> named.put(name(key), images));
    return named;
  }

  /** Returns probes by shot, ascending: {@code light07}. */
  private static Map<String, List<PieImage>> byLight(List<PieImage> images) {
    SortedMap<String, List<PieImage>> byShot = new TreeMap<>();
    for (PieImage probe : images) {
      String name = String.format(Locale.ROOT, "light%02d", probe.shot());
      byShot.computeIfAbsent(name, k -> new ArrayList<>()).add(probe);
    }
    return byShot;
  }

  private static int key(int yaw, YawPooling pooling) {
    return pooling == YawPooling.ABSOLUTE ? Math.abs(yaw) : yaw;
  }

  private static String name(int key) {
    return key == Integer.MAX_VALUE ? RAISED : "yaw" + key;
  }

  /** Returns the search of all probes, then those of the parts that are measured apart. */
  List<SearchPart> parts(SettingOptions options, PieTree tree) {
    Roster enrolled = roster(gallery, tree);
    List<SearchPart> parts = new ArrayList<>();
    parts.add(new SearchPart("all", enrolled, roster(probes, tree)));
    apart(options)
        .forEach((name, some) -> parts.add(new SearchPart(name, enrolled, roster(some, tree))));
    return parts;
  }

  /** Returns the probes of the parts that are measured apart. */
  Map<String, List<PieImage>> apart(SettingOptions options) {
    Map<String, List<PieImage>> apart = new LinkedHashMap<>();
    Map<String, List<PieImage>> byYaw = probesByYaw(options.pooling());
    apart.putAll(byYaw);
    if (options.parts() == PieParts.YAW_LIGHT_AND_SIDE) {
      sides(apart);
    }
    if (options.parts() != PieParts.YAW) {
      apart.putAll(byLight(probes));
      byYaw.forEach(
          (yaw, images) ->
              byLight(images).forEach((light, cell) -> apart.put(yaw + "-" + light, cell)));
    }
    return apart;
  }

  private void sides(Map<String, List<PieImage>> apart) {
    List<Integer> tested = gallery.stream().map(PieImage::subject).sorted().toList();
    Set<Integer> first = Set.copyOf(tested.subList(0, (tested.size() + 1) / 2));
    for (PieImage probe : probes) {
      int yaw = probe.camera().yaw().orElse(0);
      if (yaw != 0) {
        String side = first.contains(probe.subject()) == yaw < 0 ? "own-side" : "other-side";
        apart.computeIfAbsent(side, name -> new ArrayList<>()).add(probe);
      }
    }
  }

  private static Roster roster(List<PieImage> images, PieTree tree) {
    return new Roster(
        images.stream().map(tree::file).toList(),
        images.stream().map(image -> Integer.toString(image.subject())).toList());
  }
}
