package org.facerepro.experiment;

import java.util.Map;
import org.facerepro.core.EnumNames;

/** Finds who does the work of a stage. */
final class StageRunners {
  private static final Map<Class<? extends Stage>, StageRunner<? extends Stage>> BY_KIND =
      Map.ofEntries(
          Map.entry(Stage.Generate.class, new GenerateRunner()),
          Map.entry(Stage.MultiPie.class, new MultiPieRunner()),
          Map.entry(Stage.Collect.class, new CollectRunner()),
          Map.entry(Stage.Train.class, new TrainRunner()),
          Map.entry(Stage.Ensemble.class, new EnsembleRunner()),
          Map.entry(Renormalise.class, new RenormaliseRunner()),
          Map.entry(Stage.Embed.class, new EmbedRunner()),
          Map.entry(Stage.Verify.class, new VerifyRunner()),
          Map.entry(Stage.VerifyGroups.class, new VerifyGroupsRunner()),
          Map.entry(Stage.VerifyTemplates.class, new VerifyTemplatesRunner()),
          Map.entry(Stage.Search.class, new SearchRunner()),
          Map.entry(Stage.SearchTemplates.class, new SearchTemplatesRunner()));

  private StageRunners() {}

  /** Returns the runner of a stage's kind. */
  @SuppressWarnings("unchecked") // Each runner stands under the very class it is written for.
  static <S extends Stage> StageRunner<S> of(S stage) {
    return (StageRunner<S>) ofKind(stage.getClass());
  }

  /** Returns the runner of a kind. */
  static StageRunner<? extends Stage> ofKind(Class<?> kind) {
    StageRunner<? extends Stage> runner = BY_KIND.get(kind);
    if (runner == null) {
      throw new IllegalStateException("no runner for stages of kind " + EnumNames.ofType(kind));
    }
    return runner;
  }
}
