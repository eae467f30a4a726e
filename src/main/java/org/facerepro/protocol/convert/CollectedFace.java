package org.facerepro.protocol.convert;

import java.util.Optional;
import org.facerepro.core.CorruptDataException;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.facerepro.image.RgbImage;
import org.facerepro.protocol.Alignment;
import org.jspecify.annotations.Nullable;

/** A picture of a container on its way into a face set, or why it cannot get there. */
final class CollectedFace {
  private final String name;
  private final byte[] content;
  private PictureFormat format = PictureFormat.PNG;
  private byte[] encoded = {};
  private String pictureHash = "";
  private String faceHash = "";
  private int side;
  private @Nullable String failure;

  private CollectedFace(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /**
   * Decodes a picture, aligns it if it is to be, and hashes both.
   *
   * @param alignment null for a picture that is aligned already, which keeps its bytes if a face
   *     set can hold them
   */
  static CollectedFace of(String name, byte[] content, @Nullable Alignment alignment) {
    CollectedFace face = new CollectedFace(name, content);
    try {
      face.prepare(alignment);
    } catch (CorruptDataException e) {
      face.failure = String.valueOf(e.getMessage());
    }
    return face;
  }

  private void prepare(@Nullable Alignment alignment) {
    pictureHash = Strangers.hash(content);
    RgbImage picture = ImageCodec.decode(content, name);
    RgbImage face = aligned(name, picture, alignment);
    side = face.width();
    faceHash = Strangers.hash(face);
    encode(face, alignment == null ? PictureKind.of(content) : "");
  }

  /**
   * Returns the face on a picture.
   *
   * @throws CorruptDataException if it has no landmarks, or none are due and it is not square
   */
  static RgbImage aligned(String name, RgbImage picture, @Nullable Alignment alignment) {
    if (alignment != null) {
      Optional<RgbImage> face = alignment.align(name, picture);
      return face.orElseThrow(() -> new CorruptDataException("it has no landmarks to align it by"));
    }
    if (picture.width() != picture.height()) {
      throw new CorruptDataException(
          "it is %d x %d, an aligned face is square".formatted(picture.width(), picture.height()));
    }
    return picture;
  }

  private void encode(RgbImage face, String kind) {
    format = kind.equals("jpg") ? PictureFormat.JPEG : PictureFormat.PNG;
    encoded = kind.equals("jpg") || kind.equals("png") ? content : ImageCodec.png(face);
  }

  String name() {
    return name;
  }

  PictureFormat format() {
    return format;
  }

  /** Returns the encoded face itself, which belongs to whoever takes it next. */
  byte[] encoded() {
    return encoded;
  }

  /** Returns the hash of the bytes of the picture. */
  String pictureHash() {
    return pictureHash;
  }

  /** Returns the hash of the pixels of the face. */
  String faceHash() {
    return faceHash;
  }

  int side() {
    return side;
  }

  /** Returns why the picture is no face. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }
}
