package dev.jacquard.compile;

import dev.jacquard.compile.SourceTokens.Kind;
import dev.jacquard.compile.SourceTokens.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What happens to a source while somebody types. */
enum Typo {
  /** The file ends in the middle. */
  CUT {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      return source.substring(0, random.nextInt(source.length()));
    }
  },
  /** The file ends in the middle, and the editor has closed what was open. */
  CUT_AND_CLOSE {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      return closed(source.substring(0, any(tokens.all(), random).end()));
    }
  },
  /** A statement is begun in the middle of others. */
  BEGIN_STATEMENT {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      Token end = any(tokens.all().stream().filter(t -> ";{}".contains(t.text())).toList(), random);
      String word = any(tokens.of(Kind.WORD), random).text();
      String begun = any(List.of(".", "(", " = ", " x = ", ".x();", "::", " ->", ""), random);
      return tokens.replace(end, end.text() + "\n" + word + begun);
    }
  },
  DELETE {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      return tokens.replace(any(tokens.all(), random), "");
    }
  },
  DUPLICATE {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      Token token = any(tokens.all(), random);
      return tokens.replace(token, token.text() + " " + token.text());
    }
  },
  SWAP {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      return tokens.swap(any(tokens.all(), random), any(tokens.all(), random));
    }
  },
  MISSPELL {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      Token word = any(tokens.of(Kind.WORD), random);
      return tokens.replace(word, word.text() + "x");
    }
  },
  /** One name stands where another should. */
  CONFUSE {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      List<Token> words = tokens.of(Kind.WORD);
      return tokens.replace(any(words, random), any(words, random).text());
    }
  },
  /** An expression of another type, or another operator, stands where one should. */
  MISTAKE {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      Token token = any(tokens.all(), random);
      List<String> others =
          switch (token.kind()) {
            case TEXT, NUMBER ->
                List.of("\"\"", "0", "1L", "null", "1.5", "'c'", "this", "2147483648");
            case SIGN ->
                List.of("+", "-", "/", "==", "&&", "(", ")", ".", ",", "->", "::", "<", ">", "?");
            case WORD ->
                List.of(
                    "int", "long", "void", "var", "null", "new", "String", "List", "return",
                    "class", "record", "throw", "switch", "if", "this", "Object", "List<?>",
                    "int[]", "@Task");
          };
      return tokens.replace(token, any(others, random));
    }
  },
  /** Java that may well be right, of a kind that workflows must not hold, or are read otherwise. */
  CHANGE_OF_MIND {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      return ChangesOfMind.any(source, random);
    }
  },
  /** A line is gone. */
  DELETE_LINE {
    @Override
    String make(SourceTokens tokens, String source, Random random) {
      List<String> lines = source.lines().toList();
      int gone = random.nextInt(lines.size());
      return String.join(
          "\n", Stream.concat(lines.stream().limit(gone), lines.stream().skip(gone + 1)).toList());
    }
  };

  /** Returns the source with the typo in it. */
  abstract String make(SourceTokens tokens, String source, Random random);

  private static <T> T any(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String closed(String begun) {
    Deque<String> open = new ArrayDeque<>();
    for (Token token : new SourceTokens(begun).all()) {
      switch (token.text()) {
        case "(" -> open.push(")");
        case "{" -> open.push("}");
        case "[" -> open.push("]");
        case ")", "}", "]" -> open.poll();
        default -> {}
      }
    }
    StringBuilder closed = new StringBuilder(begun);
    String before = "";
    while (!open.isEmpty()) {
      String bracket = open.pop();
      closed.append(bracket.equals("}") && !before.equals("}") ? ";" : "").append(bracket);
      before = bracket;
    }
    return closed.toString();
  }
}
