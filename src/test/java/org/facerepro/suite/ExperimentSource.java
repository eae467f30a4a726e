package org.facerepro.suite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A suite method that gets one {@link ExperimentCase} for each seed of each chosen experiment, and
 * one for all of its seeds together.
 *
 * <p>Experiments are chosen by file or by tag, in the order of their ids. To choose none is an
 * error, so that a suite whose experiment was renamed does not pass by running nothing.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(ExperimentArguments.class)
@interface ExperimentSource {
  /** The folder of the specifications, relative to the project. */
  String folder() default "harness/experiments";

  /** Ids of experiments. */
  String[] ids() default {};

  /** A tag: all experiments of the folder that carry it and declare the scale. */
  String tag() default "";

  /** The scale to run at. */
  Scale scale() default Scale.EMBEDDED;

  /** What stands for the id of the experiment in {@link #data}. */
  String EXPERIMENT = "{experiment}";

  /** A folder of the project that stands for the one with real data; none for FACEREPRO_DATA. */
  String data() default "";

  /** The device to run on. */
  String device() default "auto";
}
