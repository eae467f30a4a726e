package org.facerepro.nn;

import ai.djl.nn.Block;

/**
 * A part of a network under the name that its weights carry; a block named {@code ""} leaves its
 * own parts' names as they are, and a name may hold dots.
 */
record Named(String name, Block block) {}
