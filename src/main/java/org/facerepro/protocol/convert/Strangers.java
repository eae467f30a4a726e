package org.facerepro.protocol.convert;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.Sha256;
import org.facerepro.image.RgbImage;
import org.facerepro.protocol.Comparison;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.VerificationSet;

/**
 * Who and what must not be in a set to learn from, with the reason: people by name, pictures by the
 * SHA-256 of their bytes or, once they are faces, of their pixels. Not thread-safe.
 */
public final class Strangers {
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, String> pictures = new HashMap<>();

  /** Adds all people and all faces of a protocol. Costs one reading of its pictures. */
  public void add(VerificationSet set) {
    String reason = "protocol " + set.id();
    for (Comparison comparison : set.list().comparisons()) {
      people.put(comparison.firstSubject(), reason);
      people.put(comparison.secondSubject(), reason);
    }
    set.forEachFace(
        new FaceVisitor() {
          @Override
          public void face(String image, RgbImage crop) {
            pictures.put(hash(crop), reason + ", " + image);
          }

          @Override
          public void failed(String image, String why) {
            // What the protocol cannot use itself is still kept apart by the names of its people.
          }
        });
  }

  /** Returns the number of people. */
  int size() {
    return people.size();
  }

  void addPerson(String name, String reason) {
    people.put(name, reason);
  }

  void addPicture(byte[] encoded, String reason) {
    pictures.put(hash(encoded), reason);
  }

  /** Returns why a person must not be in the set, or nothing. */
  Optional<String> whyNot(String person) {
    return Optional.ofNullable(people.get(person));
  }

  /** Returns why a picture with one of these hashes must not be in the set, or nothing. */
  Optional<String> whyNotPicture(String encoded, String face) {
    String reason = pictures.getOrDefault(encoded, pictures.get(face));
    return Optional.ofNullable(reason);
  }

  static String hash(byte[] encoded) {
    return Sha256.of(encoded).hex();
  }

  static String hash(RgbImage face) {
    return face.width() + "x" + face.height() + " " + Sha256.of(face.toBytes()).hex();
  }
}
