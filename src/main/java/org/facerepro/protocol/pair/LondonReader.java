package org.facerepro.protocol.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facerepro.core.CorruptDataException;
import org.facerepro.data.ImageTree;
import org.facerepro.protocol.ComparisonDraw;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.TreeFaces;
import org.facerepro.protocol.VerificationSet;

/**
 * Face Research Lab London Set: {@code neutral/001_03.jpg} and {@code smiling/001_08.jpg}, one of
 * each of 102 people. Each couple is of two expressions, a person's own or those of two people.
 */
public final class LondonReader implements LayoutReader {
  private static final Pattern PICTURE =
      Pattern.compile("(?:.*/)?(neutral|smiling)/([0-9]{3})_[0-9]{2}\\.jpg");

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "folders neutral and smiling"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public boolean drawn() {
    return true;
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    ImageTree tree = source.tree(FileRole.IMAGES);
    return VerificationSet.of(
        source,
        ComparisonDraw.acrossViews(people(tree), source.draw(), LondonReader::expression),
        new TreeFaces(tree, source.alignment(FileRole.LANDMARKS)));
  }

  private static String expression(String name) {
    Matcher picture = PICTURE.matcher(name);
    return picture.matches() ? picture.group(1) : name;
  }

  private static Map<String, List<String>> people(ImageTree tree) {
    Map<String, List<String>> people = new TreeMap<>();
    for (String name : tree.names()) {
      Matcher picture = PICTURE.matcher(name);
      if (picture.matches()) {
        people.computeIfAbsent(picture.group(2), person -> new ArrayList<>()).add(name);
      }
    }
    people.values().forEach(names -> names.sort(null));
    if (people.isEmpty()) {
      throw new CorruptDataException(
          tree.root() + ": expected pictures such as neutral/001_03.jpg and smiling/001_08.jpg");
    }
    return people;
  }
}
