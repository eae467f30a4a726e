package org.facerepro.face.truth;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.draw.VisibleSurface;
import org.jspecify.annotations.Nullable;

/**
 * One drawn scene as ground truth sees it: the visible surface, and what is known of it. Whichever
 * generator drew the scene hands one of these over.
 *
 * <p>Valid for as long as the buffers it was made from are not written to.
 */
public final class TruthScene {
  private final VisibleSurface surface;
  private final Map<TruthKind, SurfaceField> fields;
  private final @Nullable SegmentField segments;
  private final @Nullable MeshRegions regions;

  private TruthScene(Builder builder) {
    surface = builder.surface;
    fields = new EnumMap<>(builder.fields);
    segments = builder.segments;
    regions = builder.regions;
  }

  /** Begins a scene of which only the geometry is known. */
  public static Builder of(VisibleSurface surface) {
    return new Builder(surface);
  }

  /** Gathers what is known of a scene. */
  public static final class Builder {
    private final VisibleSurface surface;
    private final Map<TruthKind, SurfaceField> fields = new EnumMap<>(TruthKind.class);
    private @Nullable SegmentField segments;
    private @Nullable MeshRegions regions;

    private Builder(VisibleSurface surface) {
      this.surface = surface;
    }

    /**
     * Says where the values of a map come from.
     *
     * @throws InvalidValueException if the kind is depth, which the surface itself knows, or labels
     */
    public Builder with(TruthKind kind, SurfaceField field) {
      if (kind == TruthKind.DEPTH || kind.labelled()) {
        throw new InvalidValueException("kind", "one of three measured channels", kind.label());
      }
      fields.put(kind, field);
      return this;
    }

    /** Says what each place shows. */
    public Builder withSegments(SegmentField field) {
      segments = field;
      return this;
    }

    /** Says which part of the mesh each vertex belongs to. */
    public Builder withRegions(MeshRegions parts) {
      regions = parts;
      return this;
    }

    /** Returns the scene. */
    public TruthScene build() {
      return new TruthScene(this);
    }
  }

  public VisibleSurface surface() {
    return surface;
  }

  /** Returns the maps that can be made of this scene. */
  public Set<TruthKind> kinds() {
    Set<TruthKind> kinds = EnumSet.of(TruthKind.DEPTH);
    kinds.addAll(fields.keySet());
    if (segments != null) {
      kinds.add(TruthKind.SEGMENTATION);
    }
    if (regions != null) {
      kinds.add(TruthKind.REGIONS);
    }
    return kinds;
  }

  Optional<SurfaceField> field(TruthKind kind) {
    return Optional.ofNullable(fields.get(kind));
  }

  Optional<SegmentField> segments() {
    return Optional.ofNullable(segments);
  }

  Optional<MeshRegions> regions() {
    return Optional.ofNullable(regions);
  }
}
