package org.facerepro.core;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.reader.StreamReader;

/** Says where a text is not the YAML that is allowed; SnakeYAML does not always tell the line. */
final class YamlFaults {
  private final String text;
  private final LoaderOptions options;
  private final Set<String> collections = new HashSet<>();
  private int depth;

  private YamlFaults(String text, LoaderOptions options) {
    this.text = text;
    this.options = options;
  }

  /** Returns the error with file and line. */
  static SpecException error(
      String text, String file, LoaderOptions options, YAMLException problem) {
    String place = new YamlFaults(text, options).place(problem);
    return new SpecException(file + ":" + place, problem);
  }

  private String place(YAMLException problem) {
    if (problem instanceof MarkedYAMLException marked) {
      int line = marked.getProblemMark() == null ? 1 : marked.getProblemMark().getLine() + 1;
      return line + ": not valid YAML: " + marked.getProblem();
    }
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int character = text.codePointAt(i);
      if (!StreamReader.isPrintable(character)) {
        return "%d: not valid YAML: the character U+%04X is not allowed"
            .formatted(lineOf(i), character);
      }
    }
    int most = options.getCodePointLimit();
    if (text.codePointCount(0, text.length()) > most) {
      return "1: longer than the %d characters that are read: shorten it".formatted(most);
    }
    return structure(problem);
  }

  private long lineOf(int index) {
    return 1 + text.substring(0, index).chars().filter(each -> each == '\n').count();
  }

  private String structure(YAMLException problem) {
    try {
      for (Event event : new Yaml(options).parse(new StringReader(text))) {
        String found = found(event);
        if (found != null) {
          return (event.getStartMark().getLine() + 1) + ": not valid YAML: " + found;
        }
      }
    } catch (YAMLException ignored) {
      // What stopped the first reading is told; a second one may come no further.
    }
    return "1: not valid YAML: " + problem.getMessage();
  }

  private @Nullable String found(Event event) {
    if (event instanceof AliasEvent alias && collections.contains(alias.getAnchor())) {
      return "aliases of mappings and lists are not allowed: write out what '*%s' stands for"
          .formatted(alias.getAnchor());
    }
    if (event instanceof CollectionStartEvent start) {
      depth++;
      if (start.getAnchor() != null) {
        collections.add(start.getAnchor());
      }
    } else if (event instanceof CollectionEndEvent) {
      depth--;
    }
    // SnakeYAML does not count the level that it is at.
    int most = options.getNestingDepthLimit() + 1;
    return depth > most ? "nested deeper than %d levels".formatted(most) : null;
  }
}
