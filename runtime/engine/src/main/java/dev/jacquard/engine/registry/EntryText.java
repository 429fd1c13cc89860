package dev.jacquard.engine.registry;

import dev.jacquard.engine.registry.RegistryEntry.CodeFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Entries as they are kept in files, a line for each thing:
 *
 * <pre>
 * jacquard-entry 1
 * name anomaly
 * version 1.0
 * registered 2026-11-23T22:00:00Z
 * code DIGEST SIZE FILE NAME
 * workflow GRAPH-VERSION ID
 * end
 * </pre>
 */
final class EntryText {

  private static final String HEADER = "jacquard-entry 1";
  private static final String NONE = "-";

  private EntryText() {}

  static String write(RegistryEntry entry) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    text.append("name ").append(entry.name()).append('\n');
    text.append("version ").append(entry.version()).append('\n');
    text.append("registered ").append(entry.registered()).append('\n');
    entry
        .code()
        .forEach(
            file ->
                text.append(
                    "code %s %d %s\n".formatted(file.digest(), file.size(), oneLine(file.name()))));
    entry
        .workflows()
        .forEach(
            (id, version) ->
                text.append("workflow %s %s\n".formatted(version.isEmpty() ? NONE : version, id)));
    return text.append("end\n").toString();
  }

  /**
   * Reads an entry.
   *
   * @throws IllegalArgumentException if the text is none that {@link #write} makes
   */
  static RegistryEntry read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 5
        || !lines.get(0).equals(HEADER)
        || !lines.get(lines.size() - 1).equals("end")) {
      throw new IllegalArgumentException("it must start with '" + HEADER + "' and end with 'end'");
    }
    List<CodeFile> code = new ArrayList<>();
    SortedMap<String, String> workflows = new TreeMap<>();
    for (String line : lines.subList(4, lines.size() - 1)) {
      if (line.startsWith("code ")) {
        String[] parts = line.split(" ", 4);
        code.add(new CodeFile(parts[3], parts[1], Long.parseLong(parts[2])));
      } else {
        String[] parts = field("workflow", line).split(" ", 2);
        workflows.put(parts[1], parts[0].equals(NONE) ? "" : parts[0]);
      }
    }
    return new RegistryEntry(
        field("name", lines.get(1)),
        field("version", lines.get(2)),
        instant(lines.get(3)),
        code,
        workflows);
  }

  private static Instant instant(String line) {
    try {
      return Instant.parse(field("registered", line));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time in '" + line + "'", e);
    }
  }

  private static String field(String name, String line) {
    if (!line.startsWith(name + " ")) {
      throw new IllegalArgumentException("'" + name + "' expected in '" + line + "'");
    }
    return line.substring(name.length() + 1);
  }

  private static String oneLine(String fileName) {
    return fileName.replaceAll("\\R", "_");
  }
}
