package org.facerepro.experiment.trial;

import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.experiment.PublishedBaseline;
import org.jspecify.annotations.Nullable;

/**
 * What a trial was held against, so that it can be judged again without the project.
 *
 * @param schema {@value #SCHEMA}
 * @param published the published rows that its gates and claims name
 * @param reference the accepted trial of the same experiment and scale, be it of other stages;
 *     absent if none is stored
 */
public record TrialBaselines(
    String schema, List<PublishedBaseline> published, @Nullable Trial reference) {

  /** What the first key of the JSON form says. */
  public static final String SCHEMA = "facerepro/trial-baselines/v1";

  public TrialBaselines {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    published = List.copyOf(published);
  }
}
