package dev.jacquard.examples;

import dev.jacquard.examples.language.Effects;
import dev.jacquard.examples.language.EffectsWorkflows;
import dev.jacquard.examples.language.FailureModes;
import dev.jacquard.examples.language.FailureModesWorkflows;
import dev.jacquard.examples.language.Retries;
import dev.jacquard.examples.language.RetriesWorkflows;
import dev.jacquard.examples.language.SourceOrder;
import dev.jacquard.examples.language.SourceOrderWorkflows;
import dev.jacquard.examples.language.Timeouts;
import dev.jacquard.examples.language.TimeoutsWorkflows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The two programs, and the workflows that read and write files or fail in their own way. */
final class ProgramExamples {

  private final Path folder;

  /** Files that the workflows read and write are in the folder. */
  ProgramExamples(Path folder) {
    this.folder = folder;
  }

  Stream<Example> examples() {
    return Stream.of(
        Example.of(AnomalyDetection.class, "detectAnomalies", this::detectAnomalies),
        Example.of(TextPreprocessing.class, "clean", this::clean),
        Example.of(TextPreprocessing.class, "summarize", this::summarize),
        Example.of(Retries.class, "await", this::await),
        Example.of(Timeouts.class, "work", this::work),
        Example.of(Effects.class, "sell", this::sell),
        Example.of(SourceOrder.class, "export", this::export),
        Example.of(FailureModes.class, "inOrder", this::inOrder),
        Example.of(FailureModes.class, "finishRunning", this::finishRunning),
        Example.of(FailureModes.class, "failFast", this::failFast));
  }

  private Trial detectAnomalies(Inputs in) {
    List<Integer> points = in.listOf(in.orNull(() -> in.between(8, 14)));
    int threshold = in.between(9, 13);
    return Trial.of(
        () -> AnomalyDetection.detectAnomalies(points, threshold),
        AnomalyDetectionWorkflows.detectAnomalies(points, threshold));
  }

  private Trial clean(Inputs in) {
    List<String> lines = in.listOf(in.orNull(in::text));
    return Trial.of(() -> TextPreprocessing.clean(lines), TextPreprocessingWorkflows.clean(lines));
  }

  private Trial summarize(Inputs in) {
    String file = file(in, String.join("\n", in.listOf(in::text)));
    int top = in.between(-1, 5);
    return Trial.of(
        () -> TextPreprocessing.summarize(file, top),
        TextPreprocessingWorkflows.summarize(file, top));
  }

  private Trial await(Inputs in) {
    String file = file(in, in.onceIn(5) ? in.oneOf("x", "") : in.oneOf("12", " 7\n"));
    return Trial.of(() -> Retries.await(file), RetriesWorkflows.await(file));
  }

  private Trial work(Inputs in) {
    int rounds = in.between(0, 3);
    long millis = in.onceIn(3) ? -1 : 1;
    return Trial.of(() -> Timeouts.work(rounds, millis), TimeoutsWorkflows.work(rounds, millis));
  }

  private Trial sell(Inputs in) {
    String file = folder.resolve("effects").toString();
    String article = in.text();
    int amount = in.number();
    return Trial.of(
            () -> {
              Effects.sell(file, article, amount);
              return null;
            },
            EffectsWorkflows.sell(file, article, amount))
        .leaving(() -> takeAway(file));
  }

  private Trial export(Inputs in) {
    String file = folder.resolve("source-order").toString();
    List<String> rows = in.listOf(in.orNull(in::text));
    return Trial.of(() -> SourceOrder.export(file, rows), SourceOrderWorkflows.export(file, rows))
        .leaving(() -> takeAway(file));
  }

  private Trial inOrder(Inputs in) {
    List<String> texts = in.listOf(() -> in.oneOf("1", "-5", "99", "7", in.text()));
    return Trial.of(() -> FailureModes.inOrder(texts), FailureModesWorkflows.inOrder(texts));
  }

  private Trial finishRunning(Inputs in) {
    List<String> texts = in.listOf(() -> in.oneOf("1", "-5", "99", "7", in.text()));
    return Trial.of(
        () -> FailureModes.finishRunning(texts), FailureModesWorkflows.finishRunning(texts));
  }

  private Trial failFast(Inputs in) {
    // With two that fail, it may report either of them.
    List<String> texts = new ArrayList<>(in.listOf(() -> in.oneOf("1", "-5", "99")));
    texts.add(in.between(0, texts.size()), in.flag() ? in.text() : "7");
    return Trial.of(() -> FailureModes.failFast(texts), FailureModesWorkflows.failFast(texts));
  }

  /** Returns a file with this text, now and then one that is not there. */
  private String file(Inputs in, String text) {
    try {
      return in.onceIn(12)
          ? folder.resolve("absent").toString()
          : Files.writeString(Files.createTempFile(folder, "input", ".txt"), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object takeAway(String file) {
    try {
      Path path = Path.of(file);
      Object lines = Files.exists(path) ? Files.readAllLines(path) : "no file";
      Files.deleteIfExists(path);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
