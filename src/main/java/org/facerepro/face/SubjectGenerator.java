package org.facerepro.face;

import java.util.HashMap;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Laws;
import org.facerepro.face.person.Subject;
import org.facerepro.face.person.SubjectTraits;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.face.scene.HeadModel;
import org.facerepro.face.scene.PaintedSubject;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.face.scene.RenderedView;
import org.facerepro.face.scene.SampleRenderer;
import org.jspecify.annotations.Nullable;

/** One subject, painted when it is first seen, and its pictures; not thread-safe. */
public final class SubjectGenerator {
  private final GeneratorSpec spec;
  private final Laws laws;
  private final int index;
  private final Seed pictures;
  private final HeadModel model;
  private final SampleRenderer renderer;
  private final RenderWorkspace workspace;
  private final int ticket;
  private Map<Control, Double> form = Map.of();
  private Subject subject;

  /** The subject in its form, once it was to be seen. */
  private @Nullable PaintedSubject painted;

  SubjectGenerator(
      GeneratorSpec spec,
      Casting casting,
      int index,
      Subject subject,
      HeadModel model,
      SampleRenderer renderer,
      RenderWorkspace workspace) {
    this.spec = spec;
    this.laws = spec.lawsInForce();
    this.index = casting.from() + index;
    this.pictures =
        casting.series().isEmpty() ? subject.seed() : subject.seed().child(casting.series());
    this.subject = subject;
    this.model = model;
    this.renderer = renderer;
    this.workspace = workspace;
    this.ticket = workspace.claim();
  }

  /** Gives the subject the form in which controls of its own have these values. */
  private void take(Map<Control, Double> other) {
    if (!other.equals(form)) {
      subject = Subject.draw(subject.seed(), laws, other);
      painted = null;
      form = other;
    }
  }

  /**
   * Paints the subject if it is not painted in its present form, as a picture does that needs it.
   *
   * @throws IllegalStateException if the buffers have gone to another subject
   */
  public void paint() {
    paint(form);
  }

  private PaintedSubject paint(Map<Control, Double> wanted) {
    workspace.check(ticket);
    take(wanted);
    PaintedSubject ready = painted;
    if (ready == null) {
      boolean photographic = spec.domain() == FaceDomain.PROXY_REAL;
      ready = PaintedSubject.paint(subject, model, workspace.texture, photographic);
      painted = ready;
    }
    return ready;
  }

  /** Returns the number of the subject in its domain. */
  public int index() {
    return index;
  }

  /** Returns what the subject is; in a sweep over its own controls, in the last picture. */
  public SubjectTraits traits() {
    return subject.traits();
  }

  /**
   * Draws picture number {@code sample}, whatever was drawn before.
   *
   * @throws InvalidValueException if the specification has no such picture
   * @throws IllegalStateException if the buffers have gone to another subject
   */
  public GeneratedFace sample(int sample) {
    return sample(sample, Map.of());
  }

  /**
   * Draws picture number {@code sample} with some controls at other values: all else stays as it
   * was at that moment, so that several cameras and lights may show it.
   *
   * @param fixed values of controls, over those of a sweep
   */
  public GeneratedFace sample(int sample, Map<Control, Double> fixed) {
    Map<Control, Double> all = new HashMap<>(swept(sample));
    all.putAll(fixed);
    PaintedSubject shown = paint(SubjectForms.ofSubject(all));
    Draws draws = new Draws(laws, pictures.child(sample), all);
    return renderer.render(spec.domain(), index, sample, shown, draws, workspace);
  }

  /** Returns what a control has in picture number {@code sample} if its laws decide. */
  public double drawn(int sample, FaceControl control) {
    return new Draws(laws, pictures.child(sample), swept(sample)).value(control);
  }

  private Map<Control, Double> swept(int sample) {
    if (sample < 0 || sample >= spec.samplesPerSubject()) {
      throw new InvalidValueException(
          "sample", "a number from 0 to " + (spec.samplesPerSubject() - 1), sample);
    }
    return spec.swept(sample);
  }

  /**
   * Returns the scene of the last picture, what its ground truth is read from; valid until the next
   * picture.
   *
   * @throws IllegalStateException if no picture was drawn yet, or the buffers have gone to another
   *     subject
   */
  public RenderedView view() {
    workspace.check(ticket);
    return workspace
        .last()
        .orElseThrow(() -> new IllegalStateException("no picture of the subject was drawn yet"));
  }
}
