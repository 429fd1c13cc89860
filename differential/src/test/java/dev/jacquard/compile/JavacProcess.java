package dev.jacquard.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The javac of another JDK, in a process of its own. */
record JavacProcess(Path home) {

  private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

  /** That of the newest JDK in the folder where this one lies; empty when none is newer. */
  static Optional<JavacProcess> newest() {
    Path home = Path.of(System.getProperty("java.home")).toAbsolutePath();
    try (Stream<Path> beside = Files.list(home.getParent())) {
      return beside
          .filter(other -> feature(other) > Runtime.version().feature())
          .max(Comparator.comparingInt(JavacProcess::feature))
          .map(JavacProcess::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int feature(Path home) {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.exists(home.resolve("bin/javac"))) {
      return 0;
    }
    try {
      Matcher version = VERSION.matcher(Files.readString(release));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles all files of a project; its messages are text alone. */
  Report compile(Javac javac, Project project) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/javac").toString());
    command.addAll(javac.arguments(project));
    project.files().forEach(file -> command.add(file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Report(process.waitFor() == 0, List.of(), printed);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new AssertionError("javac was not waited for", e);
    }
  }
}
