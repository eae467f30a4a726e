package org.facerepro.suite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Gives a parameterised suite one argument for each scale and seed of an experiment. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(ExperimentArguments.class)
@interface ExperimentSource {
  /** The specification file, relative to the project. */
  String value();

  /** The scales to run at; none for those that the build asks for. */
  Scale[] scales() default {};
}
