package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facerepro.data.Embeddings;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.TemplateVerificationSet;

/**
 * Compares the templates of a protocol and measures all parts from the stored similarities.
 *
 * <p>Reads the files of the protocol again. They need no place of their own in the key: the key of
 * the embeddings, which is in it, holds their fingerprint.
 */
final class VerifyTemplatesRunner implements MeasuringRunner<Stage.VerifyTemplates> {
  @Override
  public String measured() {
    return "templates";
  }

  @Override
  public List<String> storing() {
    return List.of(
        "VerifyRunner",
        "StoredTemplates",
        "PartRows",
        "StoredParts",
        "PartReports",
        "EmbeddedTemplates");
  }

  @Override
  public void run(Stage.VerifyTemplates stage, Work work) {
    Path input = work.input("embeddings");
    TemplateVerificationSet set =
        EmbeddedTemplates.of(input, stage.embeddings())
            .open(work.workspace(), TemplateVerificationSet.class);
    Map<String, String> failed = VerifyRunner.failures(input);
    EvaluationResult result = set.evaluate(Embeddings.read(input), failed, work.seed());
    Path payload = work.payload();
    StoredTemplates.write(payload, result, set.targets());
    PartReports reports = StoredTemplates.read(payload).measure();
    StoredParts.write(payload, reports, failed);
  }
}
