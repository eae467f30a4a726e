package org.facerepro.face.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
  @TempDir private Path folder;

  @Test
  void read_ofNothing_saysWhatWasExpected() {
    assertThatThrownBy(() -> ModelFiles.read(folder.resolve("none.h5")))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("none.h5 does not exist: expected a Basel Face Model");
  }

  @Test
  void read_ofAnUnknownFile_saysWhatIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("model.h5"), "just text");
    assertThatThrownBy(() -> ModelFiles.read(file))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("model.h5 is of no known model format");
  }

  @Test
  void read_ofAnEmptyFile_isRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("empty"));
    assertThatThrownBy(() -> ModelFiles.read(file)).hasMessageContaining("no known model format");
  }

  @Test
  void read_ofAFolderWithoutAModel_saysWhatIsMissing() {
    assertThatThrownBy(() -> ModelFiles.read(folder))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("has no generic_neutral_mesh.obj");
  }

  @Test
  void read_underAnyName_goesByContent() {
    Path file = new BfmLayout().write(folder.resolve("model.bin"));
    assertThat(ModelFiles.read(file).card().id()).isEqualTo("bfm");
  }
}
