package org.facerepro.protocol.pair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facerepro.data.ImageTree;
import org.facerepro.protocol.Comparison;
import org.facerepro.protocol.ComparisonDraw;
import org.facerepro.protocol.ComparisonList;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.Options;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.TreeFaces;
import org.facerepro.protocol.VerificationSet;

/**
 * Extended Yale B, cropped: {@code yaleB01/yaleB01_P00A+000E+00.pgm}, 38 people under 64 lights.
 *
 * <p>The official set has its damaged pictures under names that end on {@code .bad}; they are left
 * out with a remark. The group of a comparison is that of the harder of two lights, by subset,
 * azimuth or elevation.
 */
public final class YaleBReader implements LayoutReader {
  private static final LayoutOption BINS =
      LayoutOption.of(
          "bins", YaleLight.Bins.SUBSETS, "groups of comparisons, by the harder of two lights");

  private static final int LAST = 39;

  /** There is no fourteenth person. */
  private static final int ABSENT = 14;

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "cropped pictures"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public List<LayoutOption> options() {
    return List.of(BINS);
  }

  @Override
  public boolean drawn() {
    return true;
  }

  @Override
  public Optional<List<String>> parts(Measurement asked, Options options) {
    return Optional.of(YaleLight.groups(options.get(BINS.name(), YaleLight.Bins.class)));
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    ImageTree tree = source.tree(FileRole.IMAGES);
    Present present = new Present(tree.names(), source.options().officialOnly());
    ComparisonList drawn = ComparisonDraw.of(present.images(), source.draw());
    YaleLight.Bins bins = source.options().get(BINS.name(), YaleLight.Bins.class);
    List<Comparison> lit = drawn.comparisons().stream().map(c -> grouped(c, bins)).toList();
    return VerificationSet.of(
        source,
        new ComparisonList(lit, drawn.folds(), present.remarks()),
        new TreeFaces(tree, source.alignment(FileRole.LANDMARKS)));
  }

  private static Comparison grouped(Comparison comparison, YaleLight.Bins bins) {
    String group =
        YaleLight.group(
            YaleLight.of(comparison.firstImage()), YaleLight.of(comparison.secondImage()), bins);
    return comparison.inGroups(group, group);
  }

  /** Names the pictures to draw from: one that is simply not there is a failure to enrol. */
  private static final class Present {
    private final Set<String> names = new HashSet<>();
    private final boolean everyone;
    private int bad;

    Present(List<String> paths, boolean everyone) {
      this.everyone = everyone;
      for (String path : paths) {
        names.add(path);
        names.add(path.substring(path.indexOf('/') + 1));
      }
    }

    Map<String, List<String>> images() {
      Map<String, List<String>> images = new LinkedHashMap<>();
      for (int person = 1; person <= LAST; person++) {
        String name = "yaleB%02d".formatted(person);
        if (person != ABSENT && (everyone || names.stream().anyMatch(n -> n.startsWith(name)))) {
          images.put(name, ofPerson(name));
        }
      }
      return images;
    }

    private List<String> ofPerson(String name) {
      List<String> images = new ArrayList<>();
      for (YaleLight light : YaleLight.all()) {
        String image = name + "/" + name + "_P00" + light.written() + ".pgm";
        if (names.contains(image + ".bad")) {
          bad++;
        } else {
          images.add(image);
        }
      }
      return images;
    }

    List<String> remarks() {
      return bad == 0
          ? List.of()
          : List.of(bad + " pictures that the set marks as bad are left out");
    }
  }
}
