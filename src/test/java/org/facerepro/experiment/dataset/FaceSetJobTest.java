package org.facerepro.experiment.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.core.SpecException;
import org.facerepro.core.StageFailedException;
import org.facerepro.core.StorageException;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.data.recordio.ImageRecords;
import org.facerepro.data.recordio.RecordProperty;
import org.facerepro.experiment.generation.BuiltInSource;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.image.PictureFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceSetJobTest {
  private static final int SUBJECTS = 4;

  @TempDir Path temporary;

  private static FaceSetJob job(Path folder, SetFormat format, int subjects, long seed) {
    return job(folder, format, subjects, seed, ShardSelection.ALL);
  }

  private static FaceSetJob job(
      Path folder, SetFormat format, int subjects, long seed, ShardSelection selection) {
    GeneratorSpec spec = new GeneratorSpec(FaceDomain.GRAPHICS, subjects, 3);
    SetRecipe recipe =
        new SetRecipe(SetRecipe.SCHEMA, Json.tree(spec), seed, format, "jpg", 5, "test");
    BuiltInSource source = new BuiltInSource(spec, new Seed(seed), PictureFormat.JPEG);
    return new FaceSetJob(folder, recipe, source, selection);
  }

  private Path undisturbed(SetFormat format) {
    Path folder = temporary.resolve("undisturbed");
    job(folder, format, SUBJECTS, 7).run(1, Progress.SILENT);
    return folder;
  }

  private static Map<String, Sha256> content(Path folder) throws IOException {
    Map<String, Sha256> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(file).toString(), Sha256.ofFile(file));
      }
    }
    return hashes;
  }

  private static Progress failingAfter(int samples) {
    return (name, total, unit) ->
        new Progress.Task() {
          private long done;

          @Override
          public void advance(long steps) {
            done += steps;
            if (done == samples) {
              throw new StageFailedException("pulled the plug");
            }
          }

          @Override
          public void note(String text) {}

          @Override
          public void close() {}
        };
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BASEL")
  void run_onAnyNumberOfThreads_writesTheSameBytes(SetFormat format) throws IOException {
    Map<String, Sha256> expected = content(undisturbed(format));
    for (int threads : new int[] {2, 8}) {
      Path folder = temporary.resolve("threads-" + threads);
      job(folder, format, SUBJECTS, 7).run(threads, Progress.SILENT);
      assertThat(content(folder)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BASEL")
  void run_afterAnInterruption_goesOnAndWritesTheSameBytes(SetFormat format) throws IOException {
    Path folder = temporary.resolve("disturbed");
    FaceSetJob job = job(folder, format, SUBJECTS, 7);
    assertThatThrownBy(() -> job.run(2, failingAfter(8))).hasMessage("pulled the plug");
    assertThat(job.card()).doesNotExist();
    FaceSetJob.Outcome outcome = job.run(2, Progress.SILENT);
    assertThat(outcome.kept()).isPositive();
    assertThat(outcome.made() + outcome.kept()).isEqualTo(3 * SUBJECTS);
    assertThat(content(folder)).isEqualTo(content(undisturbed(format)));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BASEL")
  void run_ofACompleteSet_rendersNothingAndChangesNothing(SetFormat format) throws IOException {
    Path folder = undisturbed(format);
    Map<String, Sha256> before = content(folder);
    FaceSetJob.Outcome outcome = job(folder, format, SUBJECTS, 7).run(2, Progress.SILENT);
    assertThat(outcome.made()).isZero();
    assertThat(outcome.complete()).isTrue();
    assertThat(content(folder)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BASEL")
  void run_withAnotherSeedInTheSameFolder_isRefusedAndChangesNothing(SetFormat format)
      throws IOException {
    Path folder = undisturbed(format);
    Map<String, Sha256> before = content(folder);
    assertThatThrownBy(() -> job(folder, format, SUBJECTS, 8).run(2, Progress.SILENT))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("seed 7, not 8");
    assertThat(content(folder)).isEqualTo(before);
  }

  @Test
  void run_withAnotherSpecificationInTheSameFolder_namesTheDifference() {
    Path folder = undisturbed(SetFormat.SHARDS);
    assertThatThrownBy(() -> job(folder, SetFormat.SHARDS, SUBJECTS + 1, 7).run(2, Progress.SILENT))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("generator.subjects 4, not 5");
  }

  @Test
  void run_withMoreSubjects_leavesTheShardsBeforeThemAsTheyAre() throws IOException {
    Map<String, Sha256> few = content(undisturbed(SetFormat.SHARDS));
    Path folder = temporary.resolve("more");
    job(folder, SetFormat.SHARDS, SUBJECTS + 3, 7).run(2, Progress.SILENT);
    Map<String, Sha256> more = content(folder);
    for (String full : List.of("shard-00000.tar", "shard-00001.tar")) {
      assertThat(more.get(full)).isEqualTo(few.get(full));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2,0,1", "1-2,0", "0-1,2"})
  void run_ofSingleShards_endsWithTheSameSet(String order) throws IOException {
    Path folder = temporary.resolve("single");
    FaceSetJob.Outcome outcome = new FaceSetJob.Outcome(0, 0, 0, false);
    for (String part : order.split(",", -1)) {
      assertThat(outcome.complete()).isFalse();
      outcome =
          job(folder, SetFormat.SHARDS, SUBJECTS, 7, ShardSelection.parse(part))
              .run(2, Progress.SILENT);
    }
    assertThat(outcome.complete()).isTrue();
    assertThat(content(folder)).isEqualTo(content(undisturbed(SetFormat.SHARDS)));
  }

  @Test
  void join_ofShardsMadeInOtherFolders_givesTheSameSet() throws IOException {
    Path a = temporary.resolve("a");
    Path b = temporary.resolve("b");
    job(a, SetFormat.SHARDS, SUBJECTS, 7, ShardSelection.parse("1")).run(1, Progress.SILENT);
    job(b, SetFormat.SHARDS, SUBJECTS, 7, ShardSelection.parse("0,2")).run(1, Progress.SILENT);
    Path folder = temporary.resolve("joined");
    job(folder, SetFormat.SHARDS, SUBJECTS, 7).join(List.of(a, b), Progress.SILENT);
    assertThat(content(folder)).isEqualTo(content(undisturbed(SetFormat.SHARDS)));
  }

  @Test
  void run_ofAShardThatIsNotThere_writesNothing() {
    Path folder = temporary.resolve("none");
    FaceSetJob job = job(folder, SetFormat.SHARDS, SUBJECTS, 7, ShardSelection.parse("3"));
    assertThatThrownBy(() -> job.run(1, Progress.SILENT)).hasMessageContaining("0 to 2");
    assertThat(folder).doesNotExist();
  }

  @Test
  void run_intoAFolderWithOtherFiles_isRefused() throws IOException {
    Files.writeString(temporary.resolve("diary.txt"), "private");
    assertThatThrownBy(() -> job(temporary, SetFormat.FOLDER, SUBJECTS, 7).run(1, Progress.SILENT))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("diary.txt");
  }

  @Test
  void run_whereAFileIs_isAStorageFailure() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "no folder");
    assertThatThrownBy(() -> job(file, SetFormat.SHARDS, SUBJECTS, 7).run(1, Progress.SILENT))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void folder_withoutOneOfItsPictures_isMended() throws IOException {
    Path folder = undisturbed(SetFormat.FOLDER);
    Map<String, Sha256> before = content(folder);
    Files.delete(folder.resolve("graphics-000002").resolve("001.jpg"));
    FaceSetJob.Outcome outcome = job(folder, SetFormat.FOLDER, SUBJECTS, 7).run(1, Progress.SILENT);
    assertThat(outcome.made()).isEqualTo(3);
    assertThat(content(folder)).isEqualTo(before);
  }

  @Test
  void formats_holdTheSamePictures() throws IOException {
    Path tree = temporary.resolve("tree");
    job(tree, SetFormat.FOLDER, SUBJECTS, 7).run(1, Progress.SILENT);
    try (FaceSet faces = FaceSet.open(undisturbed(SetFormat.SHARDS))) {
      for (FaceEntry entry : faces.samples()) {
        String number = entry.key().substring(entry.subject().length() + 1);
        assertThat(tree.resolve(entry.subject()).resolve(number + ".jpg"))
            .hasBinaryContent(faces.read(entry));
      }
    }
  }

  @Test
  void records_readBack_areThePicturesWithTheirSubjectsAsLabels() {
    Path folder = temporary.resolve("rec");
    job(folder, SetFormat.REC, SUBJECTS, 7).run(1, Progress.SILENT);
    try (ImageRecords records = ImageRecords.open(folder);
        FaceSet faces = FaceSet.open(undisturbed(SetFormat.SHARDS))) {
      assertThat(records.size()).isEqualTo(3 * SUBJECTS);
      assertThat(records.verify()).isEmpty();
      assertThat(records.property()).contains(new RecordProperty(SUBJECTS, 112, 112));
      assertThat(records.layout().orElseThrow().ranges()).hasSize(SUBJECTS);
      for (int i = 0; i < records.size(); i++) {
        int subject = i / 3;
        assertThat(records.label(i)).isEqualTo((float) subject);
        assertThat(records.image(i)).isEqualTo(faces.read(faces.samples().get(i)));
      }
    }
  }
}
