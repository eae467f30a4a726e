/**
 * Ground truth of generated pictures: depth, normals, albedo, illumination, correspondence, regions
 * and segmentation per pixel, landmarks with visibility, parameters and exact attribute labels.
 *
 * <p>Knows nothing of files beyond their bytes. May import: {@code core}, {@code image}, every
 * earlier part of {@code face}.
 */
@NullMarked
package org.facerepro.face.truth;

import org.jspecify.annotations.NullMarked;
