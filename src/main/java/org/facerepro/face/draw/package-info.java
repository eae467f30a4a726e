/**
 * Drawing without knowledge of faces: curves, noise, rotation and camera, normals, depth raster,
 * spherical-harmonic light, ambient occlusion.
 *
 * <p>May import: {@code core}.
 */
@NullMarked
package org.facerepro.face.draw;

import org.jspecify.annotations.NullMarked;
