package dev.jacquard.engine.value;

import java.util.List;
import java.util.Map;

/**
 * JSON as a tree; numbers keep their digits, so that nothing is lost before a type says what they
 * are.
 */
sealed interface Json {

  /** What it is, in an error message. */
  String describe();

  record Null() implements Json {
    @Override
    public String describe() {
      return "null";
    }
  }

  record Bool(boolean value) implements Json {
    @Override
    public String describe() {
      return String.valueOf(value);
    }
  }

  record Numeral(String digits) implements Json {
    @Override
    public String describe() {
      return abbreviate(digits);
    }
  }

  record Text(String value) implements Json {
    @Override
    public String describe() {
      return '"' + abbreviate(value) + '"';
    }
  }

  /** Text that stands bare, where JSON or the shell has no other form: the key of an object. */
  record Bare(String value) implements Json {
    @Override
    public String describe() {
      return '"' + abbreviate(value) + '"';
    }
  }

  record Array(List<Json> elements) implements Json {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /** Fields in the order of the text. */
  record Members(Map<String, Json> fields) implements Json {
    @Override
    public String describe() {
      return "an object";
    }
  }

  private static String abbreviate(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
