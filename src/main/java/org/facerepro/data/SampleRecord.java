package org.facerepro.data;

import com.fasterxml.jackson.databind.JsonNode;

/** The JSON file beside each picture of a face set. */
record SampleRecord(String subject, JsonNode annotations) {}
