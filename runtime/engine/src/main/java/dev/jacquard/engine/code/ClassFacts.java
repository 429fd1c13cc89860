package dev.jacquard.engine.code;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says of its class, read without loading it.
 *
 * @param name binary name
 * @param access flags as class files have them
 * @param parent binary name of the superclass
 * @param interfaces binary names of the interfaces that it names itself
 * @param methods its own methods and constructors
 * @param components of a record, in order
 * @param constants of an enum, in order
 * @param permitted binary names of the subclasses of a sealed type, in order
 */
record ClassFacts(
    String name,
    int access,
    String parent,
    List<String> interfaces,
    List<Method> methods,
    List<Component> components,
    List<String> constants,
    List<String> permitted) {

  static final String CONSTRUCTOR = "<init>";

  /**
   * One method.
   *
   * @param types its parameters, then its result
   * @param workflow the name that its {@code @Workflow} annotation gives it; null without
   *     annotation
   */
  record Method(String name, int access, List<JavaType> types, @Nullable String workflow) {

    boolean isStatic() {
      return (access & Opcodes.ACC_STATIC) != 0;
    }

    boolean isPublic() {
      return (access & Opcodes.ACC_PUBLIC) != 0;
    }

    List<JavaType> parameters() {
      return types.subList(0, types.size() - 1);
    }

    JavaType result() {
      return types.get(types.size() - 1);
    }

    /** As specs write it: {@code (java.util.List,int)}. */
    String erasedParameters() {
      return "(" + String.join(",", parameters().stream().map(JavaType::erasure).toList()) + ")";
    }
  }

  /** One component of a record. */
  record Component(String name, JavaType type) {}

  boolean isRecord() {
    return parent.equals("java.lang.Record");
  }

  boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  Optional<Method> method(String methodName, String erasedParameters) {
    String wanted = erasedParameters.replace('$', '.').replace(" ", "");
    return methods.stream()
        .filter(
            method -> method.name().equals(methodName) && method.erasedParameters().equals(wanted))
        .findFirst();
  }

  List<Method> methods(String methodName) {
    return methods.stream().filter(method -> method.name().equals(methodName)).toList();
  }
}
