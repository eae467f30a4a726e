package org.facerepro.protocol.convert;

import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * Which pictures of a container become a face set, and how.
 *
 * @param landmarks five points per picture, by which faces are aligned to 112 x 112 as protocols
 *     do; pictures that are aligned already, all of one square size, are copied where left out
 * @param people a list of people; all where left out
 * @param strangers lists of people of the same container who must not be chosen, nor any picture
 *     that is byte for byte one of theirs
 * @param minimumImages pictures that a person must have, 1 or more
 * @param share the part of these people that is chosen; all where left out
 * @param skipBroken whether broken and missing pictures are left out, counted, instead of refused
 */
public record FaceChoice(
    @Nullable Path landmarks,
    @Nullable Path people,
    List<Path> strangers,
    int minimumImages,
    @Nullable PeopleShare share,
    boolean skipBroken) {

  public FaceChoice {
    strangers = List.copyOf(strangers);
    Require.between("minimumImages", minimumImages, 1, 1_000_000);
  }
}
