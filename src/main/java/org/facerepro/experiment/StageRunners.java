package org.facerepro.experiment;

import java.util.Map;

/** Finds who does the work of a stage. */
final class StageRunners {
  private static final Map<Class<? extends Stage>, StageRunner<? extends Stage>> BY_KIND =
      Map.of(
          Stage.Generate.class, new GenerateRunner(),
          Stage.MultiPie.class, new MultiPieRunner(),
          Stage.Collect.class, new CollectRunner(),
          Stage.Train.class, new TrainRunner(),
          Stage.Embed.class, new EmbedRunner(),
          Stage.Verify.class, new VerifyRunner(),
          Stage.VerifyGroups.class, new VerifyGroupsRunner(),
          Stage.VerifyTemplates.class, new VerifyTemplatesRunner(),
          Stage.Search.class, new SearchRunner(),
          Stage.SearchTemplates.class, new SearchTemplatesRunner());

  private StageRunners() {}

  /** Returns the runner of a stage's kind. */
  @SuppressWarnings("unchecked") // Each runner stands under the very class it is written for.
  static <S extends Stage> StageRunner<S> of(S stage) {
    StageRunner<? extends Stage> runner = BY_KIND.get(stage.getClass());
    if (runner == null) {
      throw new IllegalStateException("no runner for stages of kind " + stage.kind());
    }
    return (StageRunner<S>) runner;
  }
}
