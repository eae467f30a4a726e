package org.facerepro.face;

import org.facerepro.core.InvalidValueException;
import org.facerepro.face.law.Draws;
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

/** One painted subject and its pictures; not thread-safe. */
public final class SubjectGenerator {
  private final GeneratorSpec spec;
  private final Laws laws;
  private final int index;
  private final PaintedSubject painted;
  private final SampleRenderer renderer;
  private final RenderWorkspace workspace;
  private final int ticket;

  SubjectGenerator(
      GeneratorSpec spec,
      int index,
      Subject subject,
      HeadModel model,
      SampleRenderer renderer,
      RenderWorkspace workspace) {
    this.spec = spec;
    this.laws = spec.lawsInForce();
    this.index = index;
    this.renderer = renderer;
    this.workspace = workspace;
    this.ticket = workspace.claim();
    this.painted =
        PaintedSubject.paint(
            subject, model, workspace.texture, spec.domain() == FaceDomain.PROXY_REAL);
  }

  /** Returns the number of the subject in its domain. */
  public int index() {
    return index;
  }

  public SubjectTraits traits() {
    return painted.subject().traits();
  }

  /**
   * Draws picture number {@code sample}, whatever was drawn before.
   *
   * @throws InvalidValueException if the specification has no such picture
   * @throws IllegalStateException if the buffers have gone to another subject
   */
  public GeneratedFace sample(int sample) {
    if (sample < 0 || sample >= spec.samplesPerSubject()) {
      throw new InvalidValueException(
          "sample", "a number from 0 to " + (spec.samplesPerSubject() - 1), sample);
    }
    workspace.check(ticket);
    Draws draws = new Draws(laws, painted.subject().seed().child(sample), spec.swept(sample));
    return renderer.render(spec.domain(), index, sample, painted, draws, workspace);
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
