package dev.jacquard.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file where it is, relative to the root of the project
 * @param text what stands in it
 */
record Page(Path file, String text) {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)(?: ([\\w ]+))?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern INCLUDED =
      Pattern.compile(
          "^<!-- file: (\\S+) -->\\n```[\\w ]+\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)?(?:#([^)\\s]+))?\\)");

  /** A fenced piece of code, with the words that follow the fence's language, and its line. */
  record Block(String language, String words, String code, int line) {}

  static Page of(String file) {
    try {
      Path path = Path.of(file);
      return new Page(path, Files.readString(ROOT.resolve(path), UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the README and every page below {@code docs}. */
  static List<Page> all() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), files)
          .filter(file -> file.toString().endsWith(".md"))
          .map(file -> of(ROOT.relativize(file).toString()))
          .toList();
    }
  }

  /** Whether it is in this folder and not its index. */
  boolean isIn(String folder) {
    return file.startsWith(folder) && !file.endsWith("README.md");
  }

  String name() {
    return file.getFileName().toString().replace(".md", "");
  }

  /** Returns its heading without the id in brackets. */
  String title() {
    return text.substring(0, text.indexOf('\n')).replaceFirst("^# (\\[\\w+] )?", "");
  }

  List<Block> blocks(String language) {
    return matches(BLOCK)
        .map(m -> new Block(m.group(1), m.group(2) == null ? "" : m.group(2), m.group(3), line(m)))
        .filter(block -> block.language().equals(language))
        .toList();
  }

  /** Returns the links to other files of the project, as they are written. */
  Stream<String> links() {
    return matches(LINK).map(m -> m.group(1)).filter(link -> link != null && !link.contains("://"));
  }

  boolean resolves(String link) {
    Path folder = ROOT.resolve(file).getParent();
    return Files.exists(folder.resolve(link));
  }

  /** Returns the page with every included file as it is now. */
  Page refreshed() {
    UnaryOperator<String> read = name -> Page.of(name).text();
    String refreshed =
        INCLUDED
            .matcher(text)
            .replaceAll(
                m -> {
                  int code = m.start(2) - m.start();
                  String before = m.group().substring(0, code);
                  return Matcher.quoteReplacement(before + read.apply(m.group(1)) + "```");
                });
    return new Page(file, refreshed);
  }

  void write() throws IOException {
    Files.writeString(ROOT.resolve(file), text, UTF_8);
  }

  private Stream<MatchResult> matches(Pattern pattern) {
    return pattern.matcher(text).results();
  }

  private int line(MatchResult match) {
    return (int) text.substring(0, match.start()).chars().filter(c -> c == '\n').count() + 1;
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
