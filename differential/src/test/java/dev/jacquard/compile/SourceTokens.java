package dev.jacquard.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source cut into its words and signs, so that a typo can hit one of them. */
final class SourceTokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<skipped>\\s+|//[^\\n]*|/\\*(?s:.*?)\\*/)"
              + "|(?<text>\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')"
              + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
              + "|(?<number>\\d[\\p{L}\\p{N}_.]*)"
              + "|(?<sign>->|::|[-+*/%&|^!=<>]=|&&|\\|\\||\\+\\+|--|.)");

  /** What kind of token it is. */
  enum Kind {
    TEXT,
    WORD,
    NUMBER,
    SIGN
  }

  /** A token and where it stands. */
  record Token(Kind kind, int start, int end, String text) {}

  private final String source;
  private final List<Token> tokens = new ArrayList<>();

  SourceTokens(String source) {
    this.source = source;
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      if (matcher.group("skipped") == null) {
        tokens.add(new Token(kind(matcher), matcher.start(), matcher.end(), matcher.group()));
      }
    }
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("text") != null) {
      return Kind.TEXT;
    } else if (matcher.group("word") != null) {
      return Kind.WORD;
    }
    return matcher.group("number") != null ? Kind.NUMBER : Kind.SIGN;
  }

  List<Token> all() {
    return tokens;
  }

  List<Token> of(Kind kind) {
    return tokens.stream().filter(token -> token.kind() == kind).toList();
  }

  /** The source with another text in the place of a token. */
  String replace(Token token, String text) {
    return source.substring(0, token.start()) + text + source.substring(token.end());
  }

  /** The source with two tokens exchanged. */
  String swap(Token one, Token other) {
    if (one.equals(other)) {
      return source;
    }
    Token first = one.start() < other.start() ? one : other;
    Token second = one.start() < other.start() ? other : one;
    return source.substring(0, first.start())
        + second.text()
        + source.substring(first.end(), second.start())
        + first.text()
        + source.substring(second.end());
  }
}
