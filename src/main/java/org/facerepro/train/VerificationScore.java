package org.facerepro.train;

/**
 * How well similarities tell genuine from impostor comparisons.
 *
 * @param accuracy share of right decisions at the best threshold, half of the comparisons genuine
 * @param auc area under the ROC curve; ties count half
 */
public record VerificationScore(double accuracy, double auc) {}
