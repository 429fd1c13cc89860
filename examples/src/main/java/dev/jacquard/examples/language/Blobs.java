package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.BlobRef;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

/** Blobs: large data stays in a store, and handles on it travel between tasks. */
public final class Blobs {

  private Blobs() {}

  /** Puts each page into the store, and counts the words of what is read from there. */
  @Workflow
  public static List<Integer> wordCounts(List<List<String>> pages) throws IOException {
    List<BlobRef> stored = map(pages, page -> store(page));
    return map(stored, text -> countWords(text));
  }

  @Task
  static BlobRef store(List<String> lines) throws IOException {
    return BlobRef.of(String.join("\n", lines).getBytes(UTF_8));
  }

  @Task
  static int countWords(BlobRef text) throws IOException {
    int words = 0;
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(text.open(), UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        words += line.isBlank() ? 0 : line.strip().split("\\s+").length;
      }
    }
    return words;
  }
}
