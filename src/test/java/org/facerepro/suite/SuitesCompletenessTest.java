package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.facerepro.core.EnumNames;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks at the suites themselves: no experiment without one, no case without a tag. */
class SuitesCompletenessTest {
  private static final Path HOME = SuiteSettings.fromBuild().home();

  @Test
  void everyExperiment_isRunByASuiteAtEveryScaleItDeclares() throws IOException {
    Set<String> run = new HashSet<>();
    for (Method method : methods()) {
      ExperimentArguments.cases(method.getAnnotation(ExperimentSource.class), HOME)
          .forEach(each -> run.add(name(each.spec(), each.scale())));
    }
    Set<String> declared = new TreeSet<>();
    for (Path spec : ExperimentArguments.specifications(HOME.resolve("harness/experiments"))) {
      Stream.of(Scale.values())
          .filter(scale -> ExperimentArguments.declares(spec, scale))
          .forEach(scale -> declared.add(name(spec, scale)));
    }
    assertThat(run).containsAll(declared);
  }

  @Test
  void everySuite_saysWhatItNeedsByATag() {
    for (Method method : methods()) {
      ExperimentSource source = method.getAnnotation(ExperimentSource.class);
      String own =
          source.device().equals("auto")
              ? source.folder().startsWith("fixtures") ? "fixture" : EnumNames.of(source.scale())
              : "gpu";
      assertThat(tags(method)).as(method.toString()).contains(own);
    }
  }

  private static Set<String> tags(Method method) {
    Set<String> tags = new HashSet<>();
    Stream.of(method, method.getDeclaringClass())
        .flatMap(place -> AnnotationSupport.findRepeatableAnnotations(place, Tag.class).stream())
        .forEach(tag -> tags.add(tag.value()));
    return tags;
  }

  private static String name(Path spec, Scale scale) {
    return HOME.relativize(spec) + " at " + EnumNames.of(scale);
  }

  private static List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (JavaClass each : new ClassFileImporter().importPackages("org.facerepro.suite")) {
      if (each.getSimpleName().endsWith("Suite")) {
        Arrays.stream(each.reflect().getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(ExperimentSource.class))
            .forEach(methods::add);
      }
    }
    assertThat(methods).isNotEmpty();
    return methods;
  }
}
