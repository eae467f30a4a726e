/**
 * JSON Schemas of what {@code core} reads from YAML, made from the records themselves.
 *
 * <p>May import: {@code core}.
 */
@NullMarked
package org.facerepro.core.schema;

import org.jspecify.annotations.NullMarked;
