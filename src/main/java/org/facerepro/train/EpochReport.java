package org.facerepro.train;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an epoch came to.
 *
 * @param epoch counted from 0
 * @param learningRate at its last step
 * @param loss mean over its steps
 * @param trainAccuracy share of training pictures whose own class had the highest cosine, before
 *     the margin
 * @param dev verification of held-out faces after it; absent without such faces
 */
public record EpochReport(
    int epoch,
    double learningRate,
    double loss,
    double trainAccuracy,
    @Nullable VerificationScore dev) {

  /** Returns one line for people. */
  public String summary() {
    String verification =
        Optional.ofNullable(dev)
            .map(score -> format(", dev %.4f (AUC %.4f)", score.accuracy(), score.auc()))
            .orElse("");
    return format("loss %.3f, train %.3f%s", loss, trainAccuracy, verification);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
