package org.facerepro.protocol.convert;

/**
 * What a collected face set says about itself.
 *
 * @param name short name, as reports show it
 * @param licence terms under which the pictures may be used
 * @param realDataUse which pictures of real people it holds, in words
 */
public record SetTerms(String name, String licence, String realDataUse) {}
