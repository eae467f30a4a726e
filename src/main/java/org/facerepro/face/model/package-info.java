/**
 * Morphable face models: linear spaces of shape, colour and expression over one triangle mesh, with
 * the terms under which they may be used; readers of the field's model files.
 *
 * <p>May import: {@code core}.
 */
@NullMarked
package org.facerepro.face.model;

import org.jspecify.annotations.NullMarked;
