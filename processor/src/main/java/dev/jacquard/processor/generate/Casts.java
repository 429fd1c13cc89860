package dev.jacquard.processor.generate;

import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What javac says of casts from {@code Object}. */
final class Casts {

  private Casts() {}

  static boolean isUnchecked(TypeMirror type) {
    return type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
  }
}
