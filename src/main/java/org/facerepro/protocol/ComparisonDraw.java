package org.facerepro.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.jspecify.annotations.Nullable;

/** Draws comparisons without repetition by the rules of {@link Draw}; genuine ones come first. */
public final class ComparisonDraw {
  private final Draw draw;
  private final @Nullable Function<String, String> view;
  private final List<Comparison> comparisons = new ArrayList<>();

  private ComparisonDraw(Draw draw, @Nullable Function<String, String> view) {
    this.draw = draw;
    this.view = view;
  }

  private record Sample(String subject, String image) {}

  private record Couple(Sample first, Sample second) {}

  /**
   * Draws a list.
   *
   * @param imagesOfSubject images by subject, in the order that decides folds
   * @throws SpecException if a fold has fewer couples than are asked for
   */
  public static ComparisonList of(Map<String, List<String>> imagesOfSubject, Draw draw) {
    return new ComparisonDraw(draw, null).list(imagesOfSubject);
  }

  /**
   * Draws a list of couples of different views, such as two expressions: if only genuine ones were,
   * what the views differ in would count against them.
   *
   * @param view tells the view from the name of an image
   */
  public static ComparisonList acrossViews(
      Map<String, List<String>> imagesOfSubject, Draw draw, Function<String, String> view) {
    return new ComparisonDraw(draw, view).list(imagesOfSubject);
  }

  private ComparisonList list(Map<String, List<String>> imagesOfSubject) {
    List<Map.Entry<String, List<String>>> subjects = List.copyOf(imagesOfSubject.entrySet());
    Seed root = new Seed(draw.seed());
    int from = 0;
    for (int fold = 0; fold < draw.folds(); fold++) {
      int size = subjects.size() / draw.folds() + (fold < subjects.size() % draw.folds() ? 1 : 0);
      List<Sample> samples = new ArrayList<>();
      for (Map.Entry<String, List<String>> subject : subjects.subList(from, from + size)) {
        subject.getValue().forEach(image -> samples.add(new Sample(subject.getKey(), image)));
      }
      fold(fold, samples, root.child(fold));
      from += size;
    }
    return new ComparisonList(comparisons, draw.folds(), List.of());
  }

  private void fold(int fold, List<Sample> samples, Seed seed) {
    List<Couple> genuine = couples(samples, true);
    Integer wanted = draw.genuine();
    int genuineCount = wanted == null ? genuine.size() : wanted;
    add(fold, true, choose(genuine, genuineCount, fold, seed.child("genuine").rng()));
    Integer impostor = draw.impostor();
    int impostorCount = impostor == null ? genuineCount : impostor;
    add(fold, false, impostors(samples, genuine.size(), impostorCount, fold, seed));
  }

  /** Draws couples one by one where few of many are wanted, and from the full list otherwise. */
  private List<Couple> impostors(
      List<Sample> samples, int genuine, int wanted, int fold, Seed seed) {
    Rng rng = seed.child("impostor").rng();
    long n = samples.size();
    long all = n * (n - 1) / 2 - genuine;
    return view == null && wanted < all / 2
        ? draw(samples, wanted, rng)
        : choose(couples(samples, false), wanted, fold, rng);
  }

  private static List<Couple> draw(List<Sample> samples, int wanted, Rng rng) {
    Set<Couple> drawn = new HashSet<>();
    List<Couple> couples = new ArrayList<>();
    while (couples.size() < wanted) {
      int a = rng.nextInt(samples.size());
      int b = rng.nextInt(samples.size());
      Couple couple = new Couple(samples.get(Math.min(a, b)), samples.get(Math.max(a, b)));
      boolean impostor = !couple.first().subject().equals(couple.second().subject());
      if (impostor && drawn.add(couple)) {
        couples.add(couple);
      }
    }
    return couples;
  }

  private List<Couple> couples(List<Sample> samples, boolean genuine) {
    List<Couple> couples = new ArrayList<>();
    for (int a = 0; a < samples.size(); a++) {
      Sample first = samples.get(a);
      for (int b = a + 1; b < samples.size(); b++) {
        Sample second = samples.get(b);
        boolean same = first.subject().equals(second.subject());
        if (same == genuine && comparable(first, second)) {
          couples.add(new Couple(first, second));
        } else if (genuine && !same) {
          // Images of a subject stand together: the first of another ends the search.
          break;
        }
      }
    }
    return couples;
  }

  private boolean comparable(Sample first, Sample second) {
    return view == null || !view.apply(first.image()).equals(view.apply(second.image()));
  }

  private static List<Couple> choose(List<Couple> couples, int wanted, int fold, Rng rng) {
    if (wanted > couples.size() || wanted == 0) {
      throw new SpecException(
          ("fold %d holds %d different couples and %d were asked for: ask for fewer (at least one),"
                  + " use fewer folds or more subjects")
              .formatted(fold, couples.size(), wanted));
    }
    if (wanted == couples.size()) {
      return couples;
    }
    int[] order = rng.permutation(couples.size());
    List<Couple> chosen = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      chosen.add(couples.get(order[i]));
    }
    return chosen;
  }

  private void add(int fold, boolean genuine, List<Couple> couples) {
    for (Couple couple : couples) {
      Sample a = couple.first();
      Sample b = couple.second();
      comparisons.add(
          new Comparison(
              comparisons.size() + 1,
              a.image(),
              b.image(),
              a.subject(),
              b.subject(),
              genuine,
              fold));
    }
  }
}
