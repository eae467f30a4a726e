package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Seed;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;

class FaceGeneratorTest {
  private static final GeneratorSpec SPEC = new GeneratorSpec(FaceDomain.PROXY_REAL, 6, 3);

  @Test
  void sample_ofTheSameSeed_isTheSameBytesInParallel() {
    List<RgbImage> serial = pictures(false);
    assertThat(pictures(true)).isEqualTo(serial);
  }

  private static List<RgbImage> pictures(boolean parallel) {
    FaceGenerator generator = new FaceGenerator(SPEC, new Seed(3));
    IntStream numbers = IntStream.range(0, 18);
    return (parallel ? numbers.parallel() : numbers)
        .mapToObj(i -> generator.subject(i / 3).sample(i % 3).image())
        .toList();
  }
}
