package org.facerepro.face.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.facerepro.core.EnumNames;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.model.LinearSpace;
import org.facerepro.face.model.VertexSet;
import org.facerepro.face.paint.SkinTexture;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Subject;

/**
 * The painted skin of the built-in head at its vertices, as a linear space: the mean person's
 * colours and what each colour component changes in them. Linear light.
 */
final class BuiltInColours {
  private static final String TONE = "skin-tone";

  /** Standard deviation of melanin over the whole population, groups included. */
  private static final double TONE_SPREAD = 0.19;

  /** Distance of the 3 x 3 places around a vertex whose colours are averaged, mm. */
  private static final float STEP = 1.1f;

  private static final Set<String> EYES = Set.of("left-eye", "right-eye");
  private static final Map<String, Rgb> INSIDES =
      Map.of("inner-mouth", Rgb.of(0.15, 0.035, 0.03), "teeth", Rgb.of(0.45, 0.41, 0.33));
  private static final Rgb SCLERA = Rgb.of(0.55, 0.50, 0.47);
  private static final Rgb IRIS = Rgb.of(0.055, 0.03, 0.015);
  private static final Rgb PUPIL = Rgb.of(0.004, 0.004, 0.004);
  private static final double IRIS_RADIUS = 6.1;
  private static final double PUPIL_RADIUS = 2.1;

  private final HeadModel head;
  private final Map<String, VertexSet> regions;
  private final SkinTexture texture = new SkinTexture();

  BuiltInColours(HeadModel head, Map<String, VertexSet> regions) {
    this.head = head;
    this.regions = regions;
  }

  /** Whether a region is no skin but has a plain colour of its own. */
  static boolean isInside(String region) {
    return EYES.contains(region) || INSIDES.containsKey(region);
  }

  /** Returns the space; components that do not change the painted skin are left out. */
  LinearSpace space() {
    float[] mean = painted(0, Map.of());
    List<float[]> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    columns.add(
        BuiltInModel.difference(
            painted(TONE_SPREAD, Map.of()), painted(-TONE_SPREAD, Map.of()), 0.5f));
    names.add(TONE);
    for (ColourComponent component : ColourComponent.values()) {
      float[] more = painted(0, Map.of(component, 1.0));
      float[] less = painted(0, Map.of(component, -1.0));
      float[] change = BuiltInModel.difference(more, less, 0.5f);
      if (IntStream.range(0, change.length).anyMatch(i -> change[i] != 0)) {
        columns.add(change);
        names.add(EnumNames.of(component));
      }
    }
    return BuiltInModel.space(mean, columns.toArray(new float[0][]), names);
  }

  private float[] painted(double melanin, Map<ColourComponent, Double> colour) {
    Subject subject = BuiltInModel.subject(melanin, Map.of(), colour);
    PaintedSubject.paint(subject, head, texture, false);
    HeadMesh mesh = head.mesh();
    float[] colours = new float[3 * mesh.vertexCount()];
    for (int v = 0; v < mesh.vertexCount(); v++) {
      sample(head.layout().u(v), head.layout().v(v), colours, 3 * v);
    }
    regions.forEach((name, region) -> plain(name, region, colours));
    return colours;
  }

  private void sample(float u, float y, float[] colours, int at) {
    float[] texel = new float[SkinTexture.CHANNELS];
    for (int i = 0; i < 9; i++) {
      texture.sample(u + STEP * (i % 3 - 1), y + STEP * (i / 3 - 1), texel, 0);
      for (int channel = 0; channel < 3; channel++) {
        colours[at + channel] += texel[channel] / 9;
      }
    }
  }

  private void plain(String name, VertexSet region, float[] colours) {
    Rgb inside = INSIDES.get(name);
    if (inside != null) {
      region.stream().forEach(v -> set(colours, v, inside));
    } else if (EYES.contains(name)) {
      float[] positions = head.mesh().copyPositions();
      int apex = foremost(positions, region);
      float x = positions[3 * apex];
      float y = positions[3 * apex + 1];
      region.stream()
          .forEach(
              v -> {
                double off = Math.hypot(positions[3 * v] - x, positions[3 * v + 1] - y);
                set(colours, v, off < PUPIL_RADIUS ? PUPIL : off < IRIS_RADIUS ? IRIS : SCLERA);
              });
    }
  }

  private static int foremost(float[] positions, VertexSet region) {
    return region.stream()
        .reduce((a, b) -> positions[3 * b + 2] > positions[3 * a + 2] ? b : a)
        .orElseThrow(() -> new IllegalStateException("a region has vertices"));
  }

  private static void set(float[] colours, int v, Rgb colour) {
    colours[3 * v] = colour.r();
    colours[3 * v + 1] = colour.g();
    colours[3 * v + 2] = colour.b();
  }
}
