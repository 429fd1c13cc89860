package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import dev.jacquard.Workflow.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * {@code order = SOURCE}: every call keeps its place, for tasks with effects that nobody marked;
 * the elements of a map still run at once.
 */
public final class SourceOrder {

  private SourceOrder() {}

  /**
   * Returns the length of the file after its header, the number of rows, and the length at the end.
   */
  @Workflow(order = Order.SOURCE)
  public static List<Integer> export(String file, List<String> rows) throws IOException {
    int header = append(file, "name;value");
    List<Integer> lengths = map(rows, SourceOrder::length);
    int footer = append(file, "end of " + rows.size() + " rows");
    return List.of(header, lengths.size(), footer);
  }

  @Task
  static int append(String file, String line) throws IOException {
    Path path = Path.of(file);
    Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return Math.toIntExact(Files.size(path));
  }

  @Task
  static int length(String row) {
    if (row.contains(";")) {
      throw new IllegalArgumentException("a row must have no semicolon: " + row);
    }
    return row.length();
  }
}
