package dev.jacquard.engine.code;

import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.List;

/** Compares types across the borders at which they may have drifted apart. */
final class TypeMatch {

  private TypeMatch() {}

  /**
   * Whether a spec's type is the type that a class file declares. What the class file leaves open
   * matches.
   */
  static boolean matches(Type type, WorkflowSpec spec, JavaType java) {
    if (java.equals(JavaType.UNKNOWN)) {
      return true;
    }
    return switch (type.getKindCase()) {
      case PRIMITIVE -> java.is(TypeText.primitive(type.getPrimitive()));
      case BOXED -> java.is(TypeText.boxed(type.getBoxed()));
      case SCALAR -> java.is(TypeText.scalar(type.getScalar()));
      case ARRAY ->
          java.dimensions() == 1 && java.name().equals(TypeText.primitive(type.getArray()));
      case LIST -> generic("java.util.List", List.of(type.getList()), spec, java);
      case SET -> generic("java.util.Set", List.of(type.getSet()), spec, java);
      case MAP ->
          generic(
              "java.util.Map",
              List.of(type.getMap().getKey(), type.getMap().getValue()),
              spec,
              java);
      case OPTIONAL -> generic("java.util.Optional", List.of(type.getOptional()), spec, java);
      case OUTCOME -> generic("dev.jacquard.Outcome", List.of(type.getOutcome()), spec, java);
      case DEFINED -> defined(spec.getTypes(type.getDefined()), java);
      case POOL -> java.is(spec.getActors(type.getPool()).getClassName());
      case CAUGHT, KIND_NOT_SET -> true;
    };
  }

  /** Whether two specs mean the same type. */
  static boolean same(Type one, WorkflowSpec oneSpec, Type other, WorkflowSpec otherSpec) {
    return new TypeComparison(oneSpec, otherSpec).same(one, other);
  }

  private static boolean generic(
      String name, List<Type> arguments, WorkflowSpec spec, JavaType java) {
    if (!java.is(name)) {
      return false;
    }
    if (java.arguments().size() != arguments.size()) {
      return java.arguments().isEmpty();
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!matches(arguments.get(i), spec, java.arguments().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** An encoded type may bear a name of its own, so its class is not known from the spec. */
  private static boolean defined(TypeDefinition definition, JavaType java) {
    return definition.hasEncoded() || java.is(definition.getName());
  }
}
