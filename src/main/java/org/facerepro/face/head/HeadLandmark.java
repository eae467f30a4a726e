package org.facerepro.face.head;

/**
 * A named point of the head.
 *
 * @param name name in its set
 * @param vertex vertex of the mesh that lies there under every deformation
 */
public record HeadLandmark(String name, int vertex) {}
