package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;

/**
 * The file of a specification, at one scale.
 *
 * @param path the file
 * @param scale the scale
 */
public record ExperimentFile(Path path, Scale scale) {
  private static final Pattern OF_AN_ARM = Pattern.compile("stages/([^/@]+)@([^/]+)(.*)");

  /**
   * Reads the specification.
   *
   * @throws SpecException naming file, line, key and what was expected
   */
  public ExperimentSpec read() {
    return ExperimentSpec.read(path, scale);
  }

  /** Returns the error for a mistake that was found after reading; it names file and line. */
  public SpecException error(InvalidValueException mistake) {
    StrictYaml yaml = ExperimentSpec.laidOut(StrictYaml.read(path), EnumNames.of(scale));
    String place = yaml.place(written(mistake.key()));
    return new SpecException(place + ": " + mistake.getMessage(), mistake);
  }

  /** A stage of an arm stands below the arm, under the name of the stage that it varies. */
  private static String written(String key) {
    return OF_AN_ARM.matcher(key).replaceFirst("arms/$2/$1$3");
  }
}
