package dev.jacquard.kubernetes;

import dev.jacquard.worker.process.RefusedException;
import dev.jacquard.worker.process.RemoteWorker;
import dev.jacquard.worker.tls.TlsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the pods of tests run: {@code jacquard worker}, without the rest of the command. */
public final class PodMain {

  private static final int REFUSED = 3;

  private PodMain() {}

  public static void main(String[] words) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i + 1 < words.length; i += 2) {
      options.put(words[i], words[i + 1]);
    }
    String connect = options.get("--connect");
    int colon = connect.lastIndexOf(':');
    String seconds = options.get("--wait").replace("s", "");
    RemoteWorker worker =
        new RemoteWorker(
            new RemoteWorker.Options(
                connect.substring(0, colon),
                Integer.parseInt(connect.substring(colon + 1)),
                options.get("--pool"),
                options.get("--instance"),
                token(options.get("--token-file")),
                Integer.parseInt(options.get("--slots")),
                TlsFolder.at(Path.of(options.get("--tls"))),
                Path.of(options.get("--cache")),
                List.of(),
                Duration.ofSeconds(Long.parseLong(seconds))));
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(worker, main)));
    try {
      worker.serve();
    } catch (RefusedException e) {
      System.err.println("jacquard: " + e.getMessage());
      System.exit(REFUSED);
    }
    new Thread(() -> System.exit(worker.hasServed() ? 0 : REFUSED)).start();
  }

  /** A line of {@code POOL TOKEN}. */
  private static String token(String file) throws IOException {
    String line = Files.readString(Path.of(file)).strip();
    return line.substring(line.indexOf(' ') + 1);
  }

  private static void drain(RemoteWorker worker, Thread main) {
    worker.drain();
    try {
      main.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
