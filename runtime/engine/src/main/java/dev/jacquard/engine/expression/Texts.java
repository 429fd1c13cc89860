package dev.jacquard.engine.expression;

/** String {@code +}: its parts from left to right, each converted as Java does. */
final class Texts extends Node {

  private final Node[] parts;

  Texts(Node[] parts) {
    this.parts = parts;
  }

  @Override
  Object evaluate(Scope scope) throws Throwable {
    String[] texts = new String[parts.length];
    long length = 0;
    for (int i = 0; i < parts.length; i++) {
      scope.fuel().step();
      texts[i] = String.valueOf(parts[i].evaluate(scope));
      length += texts[i].length();
      scope.fuel().checkText(length);
    }
    scope.fuel().text(length);
    StringBuilder whole = new StringBuilder((int) length);
    for (String text : texts) {
      whole.append(text);
    }
    return whole.toString();
  }
}
