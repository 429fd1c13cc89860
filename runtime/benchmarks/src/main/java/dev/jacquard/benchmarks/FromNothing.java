package dev.jacquard.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Times {@link SleepsFromNothing}, from the start of its JVM to its end. */
final class FromNothing {

  private static final int RUNS = 7;
  private static final double IDEAL_MILLIS = 1000;
  private static final int LONGEST_WAIT_SECONDS = 60;

  private FromNothing() {}

  /** Without an archive of the workers' classes, as the first time, and with it. */
  static void measure() throws IOException, InterruptedException {
    Path caches = Files.createTempDirectory("jacquard-benchmarks");
    double first = millis(caches);
    print("first start", first);
    awaitArchive(caches);
    double[] later = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      later[i] = millis(caches);
    }
    print("later starts", Medians.of(later));
    delete(caches);
  }

  private static void print(String when, double millis) {
    String what = "workers, 100 sleeps of 100 ms from nothing, " + when + ", ms";
    Row.print(what, IDEAL_MILLIS, millis, millis / IDEAL_MILLIS, "2.5");
  }

  private static double millis(Path caches) throws IOException, InterruptedException {
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SleepsFromNothing.class.getName());
    program.environment().put("XDG_CACHE_HOME", caches.toString());
    long start = System.nanoTime();
    if (program.inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("The program must end well.");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** It is there when it is the only file. */
  private static void awaitArchive(Path caches) throws IOException, InterruptedException {
    Path folder = caches.resolve("jacquard").resolve("class-archives");
    for (int i = 0; i < LONGEST_WAIT_SECONDS; i++) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.noneMatch(file -> file.getFileName().toString().startsWith("new-"))) {
          return;
        }
      }
      Thread.sleep(1000);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(FromNothing::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
