package dev.jacquard.worker;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An actor that writes down when it is made and closed. */
@Actor(replicas = 4, ttl = "30s")
public final class Scorer implements AutoCloseable {

  private final String diary;
  private final int factor;

  /** Makes one, unless the factor is negative. */
  public Scorer(String diary, int factor) throws IOException {
    if (factor < 0) {
      throw new IllegalArgumentException("negative: " + factor);
    }
    this.diary = diary;
    this.factor = factor;
    write("made");
  }

  private void write(String what) throws IOException {
    Files.writeString(
        Path.of(diary),
        what + " " + ProcessHandle.current().pid() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Task
  int score(int number) {
    return factor * number;
  }

  @Task
  int scoreSlowly(int number) throws InterruptedException {
    Thread.sleep(1);
    return factor * number;
  }

  @Task
  long where(int number) throws InterruptedException {
    Thread.sleep(20);
    return ProcessHandle.current().pid();
  }

  @Override
  public void close() throws IOException {
    write("closed");
  }
}
