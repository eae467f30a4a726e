package org.facerepro.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;

/** Fills one shard at a temporary name; the same samples give the same bytes. */
final class ShardWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int FILE_MODE = 0100644;
  private static final FileTime EPOCH = FileTime.fromMillis(0);

  private final Path folder;
  private final int number;
  private final Path temporary;
  private final FileChannel channel;
  private final TarArchiveOutputStream tar;
  private final List<FaceEntry> entries = new ArrayList<>();
  private long position;

  ShardWriter(Path folder, int number) throws IOException {
    this.folder = folder;
    this.number = number;
    this.temporary = folder.resolve(AtomicFiles.TEMPORARY_PREFIX + Shard.fileName(number));
    this.channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    this.tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
  }

  int size() {
    return entries.size();
  }

  void add(FaceSample sample) throws IOException {
    byte[] picture = sample.bytes();
    byte[] sampleRecord = sampleRecord(sample);
    long offset = position + TarLayout.BLOCK;
    put(sample.key() + "." + sample.format().extension(), picture);
    put(sample.key() + ".json", sampleRecord);
    FaceEntry entry =
        new FaceEntry(
            sample.key(),
            sample.subject(),
            sample.format(),
            number,
            offset,
            picture.length,
            sampleRecord.length);
    entries.add(entry);
    position = entry.end();
    for (String ending : sample.companions()) {
      byte[] content = sample.companion(ending);
      put(sample.key() + "." + ending, content);
      position += TarLayout.BLOCK + TarLayout.padded(content.length);
    }
  }

  private static byte[] sampleRecord(FaceSample sample) {
    SampleRecord content = new SampleRecord(sample.subject(), sample.tree());
    return (Json.compact(content) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void put(String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setMode(FILE_MODE);
    entry.setIds(0, 0);
    entry.setNames("", "");
    entry.setLastModifiedTime(EPOCH);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** Ends the shard and moves it to its name once its bytes are on the disk. */
  Shard complete() throws IOException {
    tar.finish();
    tar.flush();
    channel.force(true);
    tar.close();
    Path target = folder.resolve(Shard.fileName(number));
    Sha256 sha256 = Sha256.ofFile(temporary);
    long bytes = Files.size(temporary);
    AtomicFiles.moveIntoPlace(temporary, target);
    return new Shard(Shard.fileName(number), bytes, sha256, entries);
  }

  /** Closes the file and removes what is not complete. */
  void discard() throws IOException {
    close();
    Files.deleteIfExists(temporary);
  }

  /** Leaves an unfinished shard at its temporary name, which readers ignore. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
