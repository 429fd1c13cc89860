package dev.jacquard.worker;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.TaskContext;
import dev.jacquard.Workflow;
import java.util.List;

/** Workflows with long values. */
public final class OffloadTrials {

  private OffloadTrials() {}

  /** A value that nests. */
  public record Nest(String name, List<Nest> inner) {}

  /** A value at which whoever writes it down meets what is no exception of its own. */
  public record Cracked(int number) {
    @Override
    public int number() {
      throw new InternalError("cracked");
    }
  }

  /** An actor that is made of something long. */
  @Actor(replicas = 2)
  public static final class Dictionary implements AutoCloseable {
    private final String words;

    /** Makes one. */
    public Dictionary(String words) {
      this.words = words;
    }

    @Task
    int find(String word) {
      return words.indexOf(word);
    }

    @Override
    public void close() {}
  }

  @Task
  static String numbered(int number, String text) {
    return number + text;
  }

  @Task
  static int size(byte[] bytes) {
    return bytes.length;
  }

  @Task(retries = 1, backoff = "1ms")
  static String secondTime(String text) {
    if (TaskContext.current().attempt() == 1) {
      throw new IllegalStateException("first");
    }
    return text + "!";
  }

  @Task
  static Nest wrapped(Nest nest) {
    return new Nest("outer", List.of(nest));
  }

  /** Shared by the elements, made by an earlier stage, and a result. */
  @Workflow
  public static List<String> retried(List<Integer> numbers, String text) {
    return map(numbers, n -> secondTime(numbered(n, text)));
  }

  @Workflow
  public static List<String> manyNumbered(List<Integer> numbers, String text) {
    return map(numbers, n -> numbered(n, text));
  }

  @Task
  static Cracked crack(int number) {
    return new Cracked(number);
  }

  @Workflow
  public static Cracked cracked(int number) {
    return crack(number);
  }

  @Workflow
  public static List<Integer> sizes(List<byte[]> all) {
    return map(all, bytes -> size(bytes));
  }

  @Workflow
  public static List<Nest> wraps(List<Nest> nests) {
    return map(nests, nest -> wrapped(nest));
  }

  @Workflow
  public static List<Integer> found(List<String> words, String dictionary) {
    try (var warm = new Dictionary(dictionary)) {
      return map(words, word -> warm.find(word));
    }
  }
}
