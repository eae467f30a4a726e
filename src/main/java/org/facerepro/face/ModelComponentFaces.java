package org.facerepro.face;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.face.law.ComponentControl.Family;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.render.HeadTurn;
import org.facerepro.face.render.ModelGenerator;
import org.facerepro.face.render.ModelPlan;
import org.facerepro.face.render.ModelShot;
import org.facerepro.face.render.ModelSpec;
import org.facerepro.face.render.PinholeCamera;
import org.facerepro.face.render.SphericalLight;
import org.facerepro.image.RgbImage;

/** Components of a morphable model on its mean face. */
final class ModelComponentFaces implements ComponentFaces {
  private final MorphableModel model;
  private final ModelGenerator generator;
  private final boolean strengths;

  ModelComponentFaces(GeneratorSpec spec, MorphableModel model) {
    this.model = model;
    this.strengths = LawPlan.isNamed(model.expression().names());
    int faces =
        3
            * Math.max(
                1,
                names(Family.SHAPE).size()
                    + names(Family.COLOUR).size()
                    + names(Family.EXPRESSION).size());
    ModelSpec pictures =
        ModelSpec.of(faces, 1, spec.framing().size())
            .with(LawFaces.centring(spec.framing().crop()));
    this.generator = new ModelGenerator(model, pictures, new Extremes());
  }

  @Override
  public List<String> names(Family family) {
    return ModelComponents.space(model, family).names();
  }

  private int first(Family family) {
    int first = 0;
    for (Family other : Family.values()) {
      if (other == family) {
        return first;
      }
      first += names(other).size();
    }
    throw new IllegalArgumentException("no such family " + family);
  }

  @Override
  public List<RgbImage> draw(Family family, int number) {
    int at = 3 * (first(family) + number);
    List<RgbImage> pictures = new ArrayList<>();
    generator.newStudio().draw(at, 3, picture -> pictures.add(picture.image()));
    return pictures;
  }

  /** Subject {@code 3 c + s} has component c, of all families in order, at step s. */
  private final class Extremes implements ModelPlan {
    @Override
    public double[] shape(int subject, int components) {
      return values(Family.SHAPE, subject);
    }

    @Override
    public double[] colour(int subject, int components) {
      return values(Family.COLOUR, subject);
    }

    @Override
    public double[] expression(int subject, int sample, int components) {
      return values(Family.EXPRESSION, subject);
    }

    private double[] values(Family family, int subject) {
      double[] values = new double[names(family).size()];
      int number = subject / 3 - first(family);
      if (number >= 0 && number < values.length) {
        boolean strength = family == Family.EXPRESSION && strengths;
        if (strength) {
          openJaw(values, number);
        }
        values[number] = HeadComponents.steps(strength).get(subject % 3);
      }
      return values;
    }

    /** Opens the jaw under lips that are to be closed over it. */
    private void openJaw(double[] values, int number) {
      List<String> names = names(Family.EXPRESSION);
      int jaw = ModelComponents.blendShape(names, "jawopen");
      if (jaw >= 0 && number == ModelComponents.blendShape(names, "mouthclose")) {
        values[jaw] = 1;
      }
    }

    @Override
    public ModelShot shot(int subject, int sample) {
      SphericalLight light =
          SphericalLight.ambient(0.6, 0.6, 0.6).withLamp(-0.3, 0.5, 0.81, 0.4, 0.4, 0.4);
      return ModelShot.of(new HeadTurn(0, 0, 0), PinholeCamera.STANDARD, light);
    }
  }
}
