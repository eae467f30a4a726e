package org.facerepro.experiment;

import java.nio.file.Path;
import org.facerepro.core.Json;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.MirroredFace;
import org.facerepro.protocol.Protocols;
import org.facerepro.protocol.TemplateProtocol;

/**
 * What embeddings of a protocol of templates are, so that the protocol can be opened again: its
 * lists are large, and the embeddings are told apart by the files that they were made from.
 *
 * @param protocol id and options as the specification names them
 * @param flip whether the embedding of the mirrored image was added
 */
record EmbeddedTemplates(String protocol, boolean flip) {

  /**
   * Reads what was kept beside embeddings.
   *
   * @param stage that embedded
   */
  static EmbeddedTemplates of(Path embeddings, String stage) {
    EmbedRunner.require(embeddings, EmbedRunner.TEMPLATES, stage);
    return Json.read(embeddings.resolve(EmbedRunner.TEMPLATES), EmbeddedTemplates.class);
  }

  /** Returns what embeddings hold of the mirrored image. */
  static MirroredFace held(boolean flip) {
    return flip ? MirroredFace.ADDED : MirroredFace.NONE;
  }

  /**
   * Opens the protocol for these embeddings.
   *
   * @param kind what it must be, as {@link SpecCheck} made sure
   * @throws org.facerepro.core.DataUnavailableException if its files are not there any more
   */
  <T extends TemplateProtocol> T open(Workspace workspace, Class<T> kind) {
    ProtocolData data = ProtocolData.of(protocol, workspace);
    EvaluationSet set = Protocols.open(data.declaration(), data.root()).with(held(flip));
    if (!kind.isInstance(set)) {
      throw new IllegalStateException(
          "protocol '%s' is no %s: not checked".formatted(protocol, kind.getSimpleName()));
    }
    return kind.cast(set);
  }
}
