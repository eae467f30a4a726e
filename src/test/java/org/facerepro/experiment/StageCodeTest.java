package org.facerepro.experiment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What does the work of a stage is part of the version of its code, or cannot change a payload. */
class StageCodeTest {
  private static final String ROOT = "org.facerepro.";
  private static final String HERE = "experiment/";

  /** What runners use of this package that no version of code holds, and why it need not. */
  private static final Map<String, String> WITHOUT_A_VERSION =
      Map.ofEntries(
          entry("Stage", "is declared, and stands in the key"),
          entry("Renormalise", "is a stage"),
          entry("Addition", "is declared by a stage"),
          entry("Apart", "is declared by a stage"),
          entry("People", "is declared by a stage, and its seed stands in the key"),
          entry("StageRunner", "hands over what was decided"),
          entry("MeasuringRunner", "says what is hashed, and how much work there is"),
          entry("MachineShare", "says when it runs, not what"),
          entry("Workload", "is for plans"),
          entry("Workspace", "says where folders are"),
          entry("OutsideInput", "is for plans and cards"),
          entry("OutsideFiles", "makes a part of the key"),
          entry("ProtocolData", "finds a declaration and files that stand in the key"),
          entry("EmbedRunner", "names files whose absence is an error"),
          entry("StageMetric", "names parts in results, which are made from payloads"));

  /** It knows all kinds of stages, and each reaches its own form alone. */
  private static final String OF_ALL_KINDS = "StoredParts";

  private static final JavaClasses CLASSES = classes();

  private static JavaClasses classes() {
    try {
      Path program =
          Path.of(StageRunner.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ClassFileImporter().importPath(program.resolve("org/facerepro"));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<StageRunner<?>> runners() throws ReflectiveOperationException {
    List<StageRunner<?>> runners = new ArrayList<>();
    for (JavaClass each : CLASSES) {
      if (each.isAssignableTo(StageRunner.class) && !each.isInterface()) {
        Constructor<?> constructor = each.reflect().getDeclaredConstructor();
        constructor.setAccessible(true);
        runners.add((StageRunner<?>) constructor.newInstance());
      }
    }
    return runners;
  }

  @Test
  void runners_areThereForEveryKindOfStage() throws ReflectiveOperationException {
    assertThat(runners()).hasSize(Stage.class.getPermittedSubclasses().length);
  }

  @ParameterizedTest
  @MethodSource("runners")
  void whatARunnerUses_isInTheVersionOfItsCode(StageRunner<?> runner) {
    assertThat(used(runner)).isSubsetOf(WITHOUT_A_VERSION.keySet());
  }

  @ParameterizedTest
  @MethodSource("runners")
  void whatTheVersionOfItsCodeNames_isThere(StageRunner<?> runner) {
    assertThat(runner.code())
        .allSatisfy(name -> assertThat(CLASSES).anyMatch(each -> isOf(name, path(each))));
  }

  @Test
  void whatNeedsNoVersion_isUsedBySomeRunner() throws ReflectiveOperationException {
    Set<String> used = new TreeSet<>();
    runners().forEach(runner -> used.addAll(used(runner)));
    assertThat(used).containsAll(WITHOUT_A_VERSION.keySet());
  }

  /**
   * Returns what a runner and the code of its version use beyond that code, outermost classes. Of
   * another runner, that is used for a file it reads, only the use of it counts.
   */
  private static Set<String> used(StageRunner<?> runner) {
    String own = HERE + runner.getClass().getSimpleName();
    List<String> code = Stream.concat(runner.code().stream(), Stream.of(own)).toList();
    return CLASSES.stream()
        .filter(each -> path(each).startsWith(HERE) && isOf(code, path(each)))
        .filter(each -> !isOf(HERE + OF_ALL_KINDS, path(each)))
        .filter(each -> isOf(own, path(each)) || !each.isAssignableTo(StageRunner.class))
        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(target -> target.getName().startsWith(ROOT) && !isOf(code, path(target)))
        .map(target -> path(target).replaceFirst("^" + HERE, "").replaceFirst("[$].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOf(List<String> code, String path) {
    return code.stream().anyMatch(name -> isOf(name, path));
  }

  private static boolean isOf(String name, String path) {
    return path.equals(name) || path.startsWith(name + "/") || path.startsWith(name + "$");
  }

  private static String path(JavaClass type) {
    return type.getName().substring(ROOT.length()).replace('.', '/');
  }
}
