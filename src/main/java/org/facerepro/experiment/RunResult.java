package org.facerepro.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.metric.MetricReport;
import org.jspecify.annotations.Nullable;

/**
 * What one run of an experiment came to. Holds nothing that differs between two equal runs: no
 * times, no paths.
 *
 * @param schema {@code facerepro/result/v1}
 * @param experiment id of the specification
 * @param title its title
 * @param scale embedded, sample or paper
 * @param seed root seed
 * @param reproduces paper and table, or "none"
 * @param realData real faces that training has seen, or "none"
 * @param verdict worst verdict of all gates
 * @param gates the decided gates
 * @param stages the stages in running order
 * @param reports metrics by verify stage
 * @param remarks what was odd about the list of a protocol, by embed stage
 * @param failures images without a template, by verify stage and name, with the reason
 * @param inputs data from outside that stages read or would have read, with its licence; absent in
 *     results of earlier versions
 * @param claims the decided claims of the publication; absent where the specification has none
 */
public record RunResult(
    String schema,
    String experiment,
    String title,
    String scale,
    long seed,
    String reproduces,
    String realData,
    Verdict verdict,
    List<GateOutcome> gates,
    List<StageRecord> stages,
    Map<String, MetricReport> reports,
    Map<String, List<String>> remarks,
    Map<String, Map<String, String>> failures,
    @Nullable List<OutsideInput> inputs,
    @Nullable List<ClaimOutcome> claims) {

  public static final String SCHEMA = "facerepro/result/v1";

  public RunResult {
    gates = List.copyOf(gates);
    stages = List.copyOf(stages);
    reports = new LinkedHashMap<>(reports);
    remarks = new LinkedHashMap<>(remarks);
    failures = new LinkedHashMap<>(failures);
    inputs = inputs == null ? null : List.copyOf(inputs);
    claims = claims == null ? null : List.copyOf(claims);
  }

  /**
   * One stage of the run.
   *
   * @param name name in the specification
   * @param kind kind of work
   * @param key key of its artifact; absent if it did not run
   * @param payload one hash over its payload; equal in two runs exactly if the bytes are
   * @param notRun why it did not run
   */
  public record StageRecord(
      String name,
      String kind,
      @Nullable String key,
      @Nullable String payload,
      @Nullable String notRun) {}

  /** Returns the record of a stage. */
  public Optional<StageRecord> stage(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
  }
}
