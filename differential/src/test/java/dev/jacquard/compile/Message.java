package dev.jacquard.compile;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What javac, or a processor through it, said.
 *
 * @param file name of the source file, empty when it points nowhere
 * @param position offset in the file, or {@link Diagnostic#NOPOS}
 */
record Message(
    Diagnostic.Kind kind, String code, String file, long line, long position, String text) {

  private static final Pattern ID = Pattern.compile("^\\[([A-Z][A-Za-z]+)] ");

  static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    return new Message(
        diagnostic.getKind(),
        String.valueOf(diagnostic.getCode()),
        source == null ? "" : Path.of(source.toUri()).getFileName().toString(),
        diagnostic.getLineNumber(),
        diagnostic.getPosition(),
        diagnostic.getMessage(Locale.ROOT));
  }

  boolean isError() {
    return kind == Diagnostic.Kind.ERROR;
  }

  /** The id of Jacquard's catalogue that the text begins with; empty for what others say. */
  Optional<String> id() {
    Matcher matcher = ID.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether it points at a place of a source. */
  boolean hasPlace() {
    return !file.isEmpty() && line > 0 && position >= 0;
  }

  @Override
  public String toString() {
    return kind + " " + code + " " + file + ":" + line + " " + text;
  }
}
