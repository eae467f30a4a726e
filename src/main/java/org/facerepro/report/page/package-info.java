/**
 * A page about the experiments on one paper, made from their archives alone: claims, numbers,
 * plots, data, choices, and how to get all of it again.
 *
 * <p>May import: {@code core} to {@code archive}, {@code report.plot}.
 */
@NullMarked
package org.facerepro.report.page;

import org.jspecify.annotations.NullMarked;
