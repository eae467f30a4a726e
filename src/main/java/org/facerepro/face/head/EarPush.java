package org.facerepro.face.head;

import org.facerepro.face.draw.Kernel;

/**
 * A change of the auricles.
 *
 * @param growth growth about the ear's root, part of its size
 * @param out how far the free edge stands off further, mm
 * @param lobe lengthening of the lobe, mm
 * @param up rise of the whole ear, mm
 * @param forward shift of the whole ear towards the face, mm
 * @param left share of the change at the ear at positive x
 * @param right share of the change at the ear at negative x
 */
public record EarPush(
    float growth, float out, float lobe, float up, float forward, float left, float right)
    implements Field {

  public static EarPush both(double growth, double out, double lobe, double up, double forward) {
    return new EarPush(
        (float) growth, (float) out, (float) lobe, (float) up, (float) forward, 1, 1);
  }

  @Override
  public void add(SurfacePoint p, float amount, float[] target, int at) {
    if (p.part() != HeadPart.EAR) {
      return;
    }
    float w = amount * (p.x() > 0 ? left : right);
    float side = Math.signum(p.x());
    float behind = Kernel.clamp((EarMesh.ROOT_Z - p.z()) / 28);
    float low = Kernel.step(EarMesh.ROOT_Y - 15, EarMesh.ROOT_Y - 29, p.y());
    target[at] += w * (growth * (p.x() - side * EarMesh.ROOT_X) + side * out * behind);
    target[at + 1] += w * (growth * (p.y() - EarMesh.ROOT_Y) - lobe * low + up);
    target[at + 2] += w * (growth * (p.z() - EarMesh.ROOT_Z) + forward);
  }
}
