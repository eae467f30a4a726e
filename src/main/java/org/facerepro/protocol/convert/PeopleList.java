package org.facerepro.protocol.convert;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.facerepro.core.CorruptDataException;
import org.facerepro.protocol.TextLines;

/** A list of people: a name per line, after it the number of their pictures where it is known. */
final class PeopleList {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final String FORM = "'Name' or 'Name number-of-pictures'";

  private PeopleList() {}

  /**
   * Reads a list; its first line may say how many people follow.
   *
   * @return by name the number of pictures, 0 where the list does not say
   * @throws org.facerepro.core.DataUnavailableException if there is no such file
   * @throws CorruptDataException at a line of another form, a name given before, or if the first
   *     line says another number
   */
  static Map<String, Integer> read(Path file) {
    List<String> lines = TextLines.read(file);
    Map<String, Integer> people = new LinkedHashMap<>();
    boolean headed = !lines.isEmpty() && NUMBER.matcher(lines.get(0).strip()).matches();
    for (int i = headed ? 1 : 0; i < lines.size(); i++) {
      List<String> fields = TextLines.fields(lines.get(i));
      boolean counted = fields.size() == 2 && NUMBER.matcher(fields.get(1)).matches();
      if (!counted && fields.size() != 1) {
        throw TextLines.error(file, i, FORM, lines.get(i));
      }
      if (people.put(fields.get(0), counted ? Integer.valueOf(fields.get(1)) : 0) != null) {
        throw TextLines.error(file, i, "a name not given before", lines.get(i));
      }
    }
    if (headed && Integer.parseInt(lines.get(0).strip()) != people.size()) {
      throw TextLines.error(file, 0, "the number of people, " + people.size(), lines.get(0));
    }
    return people;
  }
}
