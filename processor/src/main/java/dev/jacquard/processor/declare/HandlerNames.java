package dev.jacquard.processor.declare;

import dev.jacquard.processor.model.GeneratedNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Chooses the simple names of handlers: {@code IsAnomalousTask}, unique letter case aside. */
final class HandlerNames {

  private HandlerNames() {}

  /** A name for each task; their order does not matter. */
  static List<String> of(List<MarkedMethod> tasks, GeneratedNames names, TypeText text) {
    Map<MarkedMethod, String> chosen = new HashMap<>();
    Set<String> taken = new HashSet<>(Set.of(names.handlers().toLowerCase(Locale.ROOT)));
    tasks.stream()
        .sorted(
            Comparator.comparing(MarkedMethod::specName)
                .thenComparing(MarkedMethod::name)
                .thenComparing(task -> text.descriptor(task.method())))
        .forEach(task -> chosen.put(task, choose(task.specName(), taken)));
    return tasks.stream().map(task -> Objects.requireNonNull(chosen.get(task))).toList();
  }

  private static String choose(String name, Set<String> taken) {
    int first = name.codePointAt(0);
    String base =
        (Character.isJavaIdentifierStart(first) ? "" : "_")
            + (Character.toString(Character.toUpperCase(first))
                    + name.substring(Character.charCount(first)))
                .replaceAll("[^\\p{L}\\p{N}_$]", "_");
    String choice = base + "Task";
    for (int ordinal = 2; !taken.add(choice.toLowerCase(Locale.ROOT)); ordinal++) {
      choice = base + "Task" + ordinal;
    }
    return choice;
  }
}
