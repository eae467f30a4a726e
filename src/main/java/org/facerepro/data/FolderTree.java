package org.facerepro.data;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;

/** An {@link ImageTree} in a folder; links are followed. */
record FolderTree(Path root) implements ImageTree {

  @Override
  public List<String> names() {
    try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new CorruptDataException(root + " cannot be listed: " + e.getMessage(), e);
    }
  }

  @Override
  public void read(Collection<String> names, Visitor visitor) {
    TreeNames wanted = new TreeNames(root, names);
    for (String path : names()) {
      String name = wanted.match(path);
      if (name != null) {
        visit(path, name, visitor);
      }
    }
    wanted.reportMissing(visitor);
  }

  private void visit(String path, String name, Visitor visitor) {
    byte[] content;
    try (InputStream in = Files.newInputStream(root.resolve(path))) {
      content = BoundedContent.read(in);
    } catch (IOException e) {
      visitor.failed(name, AtomicFiles.reason(e));
      return;
    }
    visitor.file(name, content);
  }
}
