package dev.jacquard.kubernetes.image;

import dev.jacquard.engine.code.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files that stand for Jacquard and an application; what is in them is of no matter here. */
final class App {

  private final Path folder;
  private final Instant time;
  private final List<Path> own = new ArrayList<>();
  private final List<Path> application = new ArrayList<>();
  private final List<Path> changing = new ArrayList<>();

  App(Path folder, Instant time) {
    this.folder = folder;
    this.time = time;
  }

  App own(String name, String content) throws IOException {
    own.add(file(name, content));
    return this;
  }

  App dependency(String name, String content) throws IOException {
    application.add(file(name, content));
    return this;
  }

  App jar(String name, String content) throws IOException {
    Path jar = file(name, content);
    application.add(jar);
    changing.add(jar);
    return this;
  }

  App classes(String name, String content) throws IOException {
    Path classes = folder.resolve(name);
    file(name + "/b/B.class", content);
    file(name + "/a/A.class", content);
    application.add(classes);
    return this;
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(time));
    return file;
  }

  ImageContent content() {
    return new ImageContent(
        new ClassPath(own),
        "dev.jacquard.cli.Main",
        "1.2.3",
        new ClassPath(application),
        Set.copyOf(changing));
  }
}
