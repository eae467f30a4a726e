package org.facerepro.protocol.convert;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.CorruptDataException;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.Resampling;
import org.facerepro.image.Resize;
import org.facerepro.image.RgbImage;
import org.facerepro.protocol.Alignment;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.FivePoint;
import org.facerepro.protocol.Landmarks;
import org.jspecify.annotations.Nullable;

/**
 * Faces in a container of any form ({@link SourceForm}), for those who bring their own: by
 * landmarks, or aligned already and then square. Not thread-safe; decodes on all processors.
 */
public final class FaceContainer implements AutoCloseable {
  private final PictureSource source;
  private final @Nullable Alignment alignment;

  private FaceContainer(PictureSource source, @Nullable Alignment alignment) {
    this.source = source;
    this.alignment = alignment;
  }

  /**
   * Opens a container.
   *
   * @param landmarks five points per picture; null for faces that are aligned already
   * @param resampling how pixels are taken where faces are aligned
   * @throws org.facerepro.core.DataUnavailableException if it does not exist or holds no pictures
   * @throws org.facerepro.core.SpecException if it is none of those known
   * @throws CorruptDataException if it or the list is damaged
   */
  public static FaceContainer open(Path place, @Nullable Path landmarks, Resampling resampling) {
    Alignment alignment =
        landmarks == null ? null : new FivePoint(Landmarks.read(landmarks)).with(resampling);
    return new FaceContainer(PictureSources.open(place), alignment);
  }

  /** Returns the names of all pictures, in the order of the container. */
  public List<String> names() {
    return source.pictures().stream().map(Picture::name).toList();
  }

  /** Returns whom each picture shows, in the same order; pictures of nobody are left out. */
  public Map<String, String> people() {
    Map<String, String> people = new LinkedHashMap<>();
    for (Picture picture : source.pictures()) {
      String person = picture.identity();
      if (person != null) {
        people.put(picture.name(), person);
      }
    }
    return Collections.unmodifiableMap(people);
  }

  /** Returns in words how pictures become faces. */
  public String alignment() {
    return alignment == null ? "as they come, said to be aligned" : alignment.describe();
  }

  /** Returns what is odd about the container. */
  public List<String> remarks() {
    return source.remarks();
  }

  /**
   * Hands each of the named pictures to the visitor once, as a face of a given side, resized by
   * area averaging, or as a failure; in the order of the files, on the calling thread.
   *
   * @param side of the faces, pixels
   */
  public void read(Collection<String> names, int side, FaceVisitor visitor) {
    Faces faces = new Faces(alignment, side, visitor);
    source.read(names, faces);
    faces.flush();
  }

  @Override
  public void close() {
    source.close();
  }

  /** A face, or why there is none. */
  private record Face(String name, @Nullable RgbImage picture, String failure) {}

  private static final class Faces extends ParallelPictures<Face> {
    private final @Nullable Alignment alignment;
    private final int side;
    private final FaceVisitor visitor;

    Faces(@Nullable Alignment alignment, int side, FaceVisitor visitor) {
      this.alignment = alignment;
      this.side = side;
      this.visitor = visitor;
    }

    @Override
    Face prepare(String name, byte[] content) {
      try {
        RgbImage face = CollectedFace.aligned(name, ImageCodec.decode(content, name), alignment);
        return new Face(name, Resize.area(face, side, side), "");
      } catch (CorruptDataException e) {
        return new Face(name, null, String.valueOf(e.getMessage()));
      }
    }

    @Override
    void take(Face face) {
      if (face.picture() == null) {
        visitor.failed(face.name(), face.failure());
      } else {
        visitor.face(face.name(), face.picture());
      }
    }

    @Override
    public void failed(String name, String reason) {
      visitor.failed(name, reason);
    }
  }
}
