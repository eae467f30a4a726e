package org.facerepro.experiment.dataset;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A picture of a written set, as its card counts it.
 *
 * @param subject id of the person
 * @param bytes bytes of the encoded picture
 * @param annotations what it was drawn from
 */
record StoredFace(String subject, int bytes, JsonNode annotations) {}
