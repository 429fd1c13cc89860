package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import java.util.List;

/** Types as people write them; loads no class. */
final class TypeNames {

  private TypeNames() {}

  static String of(Type type, List<TypeDefinition> definitions) {
    return switch (type.getKindCase()) {
      case PRIMITIVE -> primitive(type.getPrimitive());
      case BOXED -> PrimitiveForm.of(type.getBoxed()).boxName();
      case SCALAR -> scalar(type.getScalar());
      case ARRAY -> primitive(type.getArray()) + "[]";
      case LIST -> "List<" + of(type.getList(), definitions) + ">";
      case SET -> "Set<" + of(type.getSet(), definitions) + ">";
      case MAP ->
          "Map<"
              + of(type.getMap().getKey(), definitions)
              + ", "
              + of(type.getMap().getValue(), definitions)
              + ">";
      case OPTIONAL -> "Optional<" + of(type.getOptional(), definitions) + ">";
      case OUTCOME -> "Outcome<" + of(type.getOutcome(), definitions) + ">";
      case DEFINED -> defined(type.getDefined(), definitions);
      case POOL -> "pool";
      case CAUGHT -> "caught failure";
      case KIND_NOT_SET -> "unknown type";
    };
  }

  private static String primitive(Primitive primitive) {
    return PrimitiveForm.of(primitive).label();
  }

  private static String scalar(Scalar scalar) {
    return scalar == Scalar.STRING ? "String" : ScalarLeaf.of(scalar).name();
  }

  private static String defined(int index, List<TypeDefinition> definitions) {
    return index < definitions.size()
        ? Names.simple(definitions.get(index).getName())
        : "unknown type";
  }
}
