/** The experiments as JUnit suites; glue only, everything is decided by the engine. */
@NullMarked
package org.facerepro.suite;

import org.jspecify.annotations.NullMarked;
