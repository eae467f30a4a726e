package org.facerepro.face.scene;

import org.facerepro.face.head.HeadAtlas;
import org.facerepro.face.head.HeadRegion;
import org.facerepro.face.head.Segment;
import org.facerepro.face.paint.FeatureLabels;

/**
 * What each place of one picture's scene shows: the cover that has the larger share there, in the
 * order in which the materials lay one over the other.
 *
 * <p>The edge of hair is that of the hair field, without single strands that stray over it.
 */
public final class SceneSegments {
  private static final float HALF = 0.5f;

  /** Brows and beards are sparse: a fifth of cover makes the skin look like them. */
  private static final float SPARSE = 0.2f;

  private final RenderedView view;
  private final Wear wear;
  private final FeatureLabels features;

  /** Makes the labels of a picture. */
  public SceneSegments(RenderedView view) {
    this.view = view;
    wear = view.look().wear();
    features = new FeatureLabels(view.painted().subject(), view.model().noise());
  }

  /**
   * Returns what a place shows.
   *
   * @param u the part's own surface coordinate
   * @param v the part's own surface coordinate
   * @param region part of the head that the place belongs to; asked only of the head
   */
  public Segment at(Part part, float u, float v, HeadRegion region) {
    return switch (part) {
      case HEAD -> head(u, v, region);
      case LOCKS -> Segment.HAIR;
      case GLASSES, LENSES -> Segment.GLASSES;
      case OCCLUDER -> Segment.OCCLUDER;
      case TORSO -> Segment.CLOTH;
      case BRIM -> Segment.HEADWEAR;
    };
  }

  private Segment head(float u, float v, HeadRegion region) {
    if (!HeadAtlas.isSkin(u)) {
      return inside(u, v);
    }
    if (wear.mask().cover(u, v) > HALF) {
      return Segment.MASK;
    }
    if (wear.hatCover(u, v) > HALF) {
      return Segment.HEADWEAR;
    }
    if (view.buffers().hair.depth(u, v) > 0) {
      return Segment.HAIR;
    }
    return wear.mask().loop(u, v) > HALF ? Segment.MASK : skin(u, v, region);
  }

  private Segment inside(float u, float v) {
    if (HeadAtlas.isEye(u)) {
      return view.materials().eyes().iris(HeadAtlas.eyeX(u), v) ? Segment.IRIS : Segment.EYES;
    }
    boolean tooth = HeadAtlas.isTeeth(u) && view.materials().mouth().tooth(HeadAtlas.teethX(u), v);
    return tooth ? Segment.TEETH : Segment.INNER_MOUTH;
  }

  private Segment skin(float u, float v, HeadRegion region) {
    if (features.beard(u, v, view.look().grooming()) > SPARSE) {
      return Segment.FACIAL_HAIR;
    }
    if (features.lips(u, v) > HALF) {
      return Segment.LIPS;
    }
    if (features.brows(u, v) > SPARSE) {
      return Segment.BROWS;
    }
    return switch (region) {
      case LEFT_EAR, RIGHT_EAR -> Segment.EARS;
      case NECK -> Segment.NECK;
      default -> Segment.SKIN;
    };
  }
}
