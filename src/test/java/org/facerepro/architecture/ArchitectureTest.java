package org.facerepro.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Set;
import org.facerepro.nn.Scalars;

@AnalyzeClasses(packages = "org.facerepro", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.facerepro.";

  /** The one-way pipeline of the design: a package may import only those before it. */
  private static final List<String> ORDER =
      List.of(
          "core",
          "image",
          "plot",
          "face",
          "data",
          "metric",
          "protocol",
          "nn",
          "train",
          "adapt",
          "realism",
          "attribute",
          "experiment",
          "archive",
          "report",
          "cluster",
          "cli");

  /** The same inside the generator: its parts in the order in which they may know each other. */
  private static final List<String> FACE_ORDER =
      List.of(
          "face.law",
          "face.draw",
          "face.model",
          "face.head",
          "face.person",
          "face.paint",
          "face.scene",
          "face.render",
          "face.truth",
          "face.basel");

  private static final List<String> WITH_ENGINE =
      List.of("nn", "train", "adapt", "realism", "attribute");

  /** Whose arithmetic no gradient goes through. */
  private static final String CHANGES_WEIGHTS =
      ".*\\.train\\.(Optimiser|SgdRule|AdamRule|WeightAverage|Replicas)";

  /** What the engine computes with a number that the gradient reads again. */
  private static final Set<String> ARITHMETIC =
      Set.of("mul", "muli", "div", "divi", "mod", "modi", "pow", "powi", "maximum", "minimum");

  @ArchTest
  static void packages_importOnlyEarlierOnes(JavaClasses classes) {
    assertOneWay(classes, ORDER);
  }

  @ArchTest
  static void partsOfTheGenerator_importOnlyEarlierOnes(JavaClasses classes) {
    assertOneWay(classes, FACE_ORDER);
    noClasses()
        .that()
        .resideInAnyPackage(
            FACE_ORDER.stream().map(name -> ROOT + name + "..").toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "face")
        .check(classes);
  }

  private static void assertOneWay(JavaClasses classes, List<String> order) {
    for (int i = 0; i < order.size() - 1; i++) {
      String[] later =
          order.subList(i + 1, order.size()).stream()
              .map(name -> ROOT + name + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + order.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @ArchTest
  static void everyClass_livesInAPackageOfTheDesign(JavaClasses classes) {
    String[] known = ORDER.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    classes().should().resideInAnyPackage(known).check(classes);
  }

  @ArchTest
  static void tensorTypes_stayInTheNetworkPackages(JavaClasses classes) {
    String[] allowed = WITH_ENGINE.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(classes);
  }

  /** Else a gradient reads a number whose memory may be freed by then. */
  @ArchTest
  static void arithmeticWithNumbers_onTheWayToALoss_keepsThem(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "nn..", ROOT + "train..")
        .and()
        .doNotBelongToAnyOf(Scalars.class)
        .and()
        .haveNameNotMatching(CHANGES_WEIGHTS)
        .should()
        .callMethodWhere(describe("the engine takes a number", ArchitectureTest::takesANumber))
        .check(classes);
  }

  private static boolean takesANumber(JavaMethodCall call) {
    List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
    return ARITHMETIC.contains(call.getName())
        && call.getTargetOwner().isAssignableTo(NDArray.class)
        && parameters.size() == 1
        && parameters.get(0).isEquivalentTo(Number.class);
  }

  @ArchTest
  static void metricsAndProtocols_useNoTensorEngine(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "metric..", ROOT + "protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..", ROOT + "nn..")
        .check(classes);
  }

  @ArchTest
  static void theEngine_knowsNoTestFramework(JavaClasses classes) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.junitpioneer..", "io.qameta..", "org.assertj..")
        .check(classes);
  }

  @ArchTest
  static void sparkTypes_stayInTheClusterPackage(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cluster..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(classes);
  }

  @ArchTest
  static void commandLineTypes_stayInTheCommandLine(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "me.tongfei..")
        .check(classes);
  }
}
