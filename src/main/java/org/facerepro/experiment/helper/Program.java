package org.facerepro.experiment.helper;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The program that is running, to be started once more.
 *
 * @param java the virtual machine
 * @param options its options, but those of memory, processors and debugger
 * @param classPath where its classes are
 * @param main the class to start
 */
record Program(String java, List<String> options, String classPath, String main) {
  /** What belongs to one process, or is divided among several. */
  private static final Pattern OF_ONE =
      Pattern.compile(
          "-Xm[sx].*|-XX:(Max|Min|Initial)(RAM|Heap).*|-XX:ActiveProcessorCount=.*"
              + "|-agentlib:jdwp.*|-Xrunjdwp.*");

  Program {
    options = options.stream().filter(option -> !OF_ONE.matcher(option).matches()).toList();
  }

  /** Finds out how this process was started. */
  static Program running(Class<?> main) {
    return new Program(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        System.getProperty("java.class.path"),
        main.getName());
  }

  /** Returns the command that starts it with further options and with arguments. */
  List<String> command(List<String> further, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(options);
    command.addAll(further);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    return command;
  }
}
