package org.facerepro.archive;

import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import org.facerepro.metric.OperatingPoint;
import org.facerepro.metric.RocCurve;

/**
 * The ROC as a table of bounded length: the point of the largest TAR for no more than so many false
 * accepts, for every number up to ten and twenty numbers of each decade above.
 */
public final class StoredCurve {
  private static final int EACH = 10;
  private static final int PER_DECADE = 20;
  private static final String HEADER = "falseAccepts,trueAccepts,far,tar,threshold\n";

  private StoredCurve() {}

  /** Returns the entry that the curve of a verify stage has in an archive. */
  public static String entry(String stage) {
    return StageEntries.curve(stage);
  }

  /** Returns the curve as comma-separated values; the heading alone where a class is missing. */
  public static byte[] of(RocCurve curve) {
    StringBuilder text = new StringBuilder(HEADER);
    if (curve.hasBothClasses()) {
      int last = -1;
      for (long allowed : allowed(curve.impostor())) {
        OperatingPoint point = curve.atMostFalseAccepts(allowed);
        if (point.falseAccepts() != last) {
          append(text, point);
        }
        last = point.falseAccepts();
      }
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void append(StringBuilder text, OperatingPoint point) {
    text.append(point.falseAccepts()).append(',').append(point.trueAccepts()).append(',');
    text.append(point.far()).append(',').append(point.tar()).append(',');
    text.append(point.threshold()).append('\n');
  }

  private static SortedSet<Long> allowed(int impostor) {
    SortedSet<Long> allowed = new TreeSet<>();
    for (long n = 0; n <= Math.min(EACH, impostor); n++) {
      allowed.add(n);
    }
    for (int step = PER_DECADE; true; step++) {
      // StrictMath: the same table on every machine.
      long n = StrictMath.round(StrictMath.pow(10, (double) step / PER_DECADE));
      if (n >= impostor) {
        allowed.add((long) impostor);
        return allowed;
      }
      allowed.add(n);
    }
  }
}
