package org.facerepro.core;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A YAML document that becomes records, or an error that names file, line, key and what was
 * expected.
 *
 * <p>Unknown, missing and duplicate keys, wrong types, nulls and numbers that are not finite are
 * errors. A component marked {@link Nullable} and a component of type {@link List} or {@link
 * java.util.Map} may be left out. A sealed interface is read by its key {@code kind}, unless a
 * {@link YamlForm} says otherwise. Works on the node tree of SnakeYAML, because only there every
 * key still has its line.
 */
public final class StrictYaml {
  private static final int ALIASES = 0;
  private static final String SCHEMA = "schema";

  private final String file;
  private final MappingNode root;

  private StrictYaml(String file, MappingNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @throws SpecException if it is not one YAML mapping
   * @throws DataUnavailableException if there is no such file
   */
  public static StrictYaml read(Path path) {
    try {
      return parse(Files.readString(path, StandardCharsets.UTF_8), path.toString());
    } catch (NoSuchFileException e) {
      throw new DataUnavailableException(path + " does not exist", e);
    } catch (IOException e) {
      throw new SpecException("cannot read " + path + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  /** Reads a file straight into a record; see {@link #read(Path)} and {@link #as(Class)}. */
  public static <T> T read(Path path, Class<T> type) {
    return read(path).as(type);
  }

  /** Reads a text; {@code file} is the name that errors carry. */
  public static StrictYaml parse(String text, String file) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(ALIASES);
    Node node = compose(text, file, options);
    if (!(node instanceof MappingNode mapping)) {
      throw new SpecException(file + ":1: expected a mapping of keys to values");
    }
    YamlKeys.requireUnique(mapping, file);
    return new StrictYaml(file, mapping);
  }

  private static @Nullable Node compose(String text, String file, LoaderOptions options) {
    try {
      return new Yaml(options).compose(new StringReader(text));
    } catch (YAMLException e) {
      throw YamlFaults.error(text, file, options, e);
    }
  }

  /** Returns the name that errors carry. */
  public String file() {
    return file;
  }

  /** Returns file and line of the key that a path of keys leads to, as far as it goes. */
  public String place(String path) {
    return YamlKeys.place(file, YamlKeys.locate(root, path, file));
  }

  /** Returns the keys below a section of the root, in their order; none if there is no section. */
  public List<String> keys(String section) {
    return section(section).stream().map(entry -> YamlKeys.name(entry, file)).toList();
  }

  /**
   * Requires the keys below a section to be among those known.
   *
   * @throws SpecException naming the first that is not
   */
  public void requireKeys(String section, List<String> known) {
    for (NodeTuple entry : section(section)) {
      String name = YamlKeys.name(entry, file);
      if (!known.contains(name)) {
        throw new SpecException(
            "%s: key '%s' is unknown in '%s'; expected one of %s%s"
                .formatted(
                    YamlKeys.place(file, entry.getKeyNode()),
                    name,
                    section,
                    String.join(", ", known),
                    NearNames.hint(name, known)));
      }
    }
  }

  private List<NodeTuple> section(String section) {
    Node node = YamlKeys.find(root, section, file);
    if (node == null) {
      return List.of();
    }
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw YamlScalars.mismatch(file, node, section, "a mapping of keys to values");
  }

  /**
   * Returns this document with the mapping below {@code section.choice} laid over its root: nested
   * mappings are merged key by key, everything else is replaced. The section itself disappears.
   */
  public StrictYaml overlay(String section, String choice) {
    return new StrictYaml(file, YamlKeys.overlay(root, section, choice, file));
  }

  /**
   * Returns this document with what each variation leaves unsaid: the mapping below {@code
   * variations.x.name} is laid over that below {@code section.name}, for every x and name.
   */
  public StrictYaml inherit(String variations, String section) {
    return new StrictYaml(file, YamlKeys.inherit(root, variations, section, file));
  }

  /**
   * Returns this document with a variation for each combination of values that the section {@code
   * sweep} names, behind those of {@code variations}: below {@code variations.a=1,b=x} stand the
   * members of {@code section} that differ, complete. The section {@code sweep} itself disappears.
   *
   * @throws SpecException if it sweeps over nothing
   */
  public StrictYaml sweep(String sweep, String variations, String section) {
    Node axes = YamlKeys.find(root, sweep, file);
    if (axes == null) {
      return this;
    }
    if (!(YamlKeys.find(root, section, file) instanceof MappingNode usual)) {
      throw YamlScalars.mismatch(file, axes, sweep, "a section '" + section + "' beside it");
    }
    MappingNode rest = YamlKeys.without(root, sweep, file);
    for (NodeTuple variation : new YamlSweep(file, usual).variations(axes).values()) {
      rest = YamlKeys.added(rest, variations, variation, file);
    }
    return new StrictYaml(file, rest);
  }

  /**
   * Requires what a section lays over the document to change it: something is laid over, it goes
   * where there is something, and it says something else.
   *
   * @param section the section, such as that of the scales
   * @param members a section of the root whose members are whole, or parts of members there are
   * @param mark the key by which a whole member is told from a part of one
   * @throws SpecException naming the first that changes nothing
   */
  public void requireChanges(String section, String members, String mark) {
    for (NodeTuple choice : section(section)) {
      new YamlChanges(file, YamlKeys.without(root, section, file)).require(choice, members, mark);
    }
  }

  /**
   * Returns this document with a value at a path of keys, in place of what was there.
   *
   * @param path one key or more, from the root down
   * @param value YAML, such as {@code 3} or {@code {low: 1, high: 2}}
   * @param origin where the value comes from; errors in it carry this in place of file and line
   * @throws SpecException if the value is not YAML
   */
  public StrictYaml with(List<String> path, String value, String origin) {
    Node node = compose(value, origin, new LoaderOptions());
    if (node == null) {
      throw new SpecException(origin + ": expected a value");
    }
    YamlKeys.requireUnique(node, origin);
    YamlOverride override = new YamlOverride(file, origin);
    return new StrictYaml(file, override.set(root, path, override.marked(node)));
  }

  /**
   * Requires the key {@code schema} of the root to name a schema, and returns the document without
   * that key.
   *
   * @throws SpecException if it is missing or another one
   */
  public StrictYaml ofSchema(String schema) {
    Node found = YamlKeys.find(root, SCHEMA, file);
    if (found == null) {
      throw new SpecException(
          "%s:1: misses key 'schema', expected 'schema: %s'".formatted(file, schema));
    }
    if (!(found instanceof ScalarNode scalar) || !scalar.getValue().equals(schema)) {
      throw YamlScalars.mismatch(file, found, SCHEMA, schema);
    }
    return new StrictYaml(file, YamlKeys.without(root, SCHEMA, file));
  }

  /**
   * Reads the document as a record.
   *
   * @throws SpecException if it does not fit exactly
   */
  public <T> T as(Class<T> type) {
    return type.cast(new YamlBinder(file).bind(root, type, "document"));
  }
}
