package dev.jacquard.engine.code;

import dev.jacquard.spec.v1.RecordType;
import dev.jacquard.spec.v1.SealedType;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares types of two specs, each with its own table of definitions, down to the last component.
 */
final class TypeComparison {

  private final WorkflowSpec left;
  private final WorkflowSpec right;

  /** Definitions may be recursive: a pair that is being compared counts as equal. */
  private final Set<List<Integer>> compared = new HashSet<>();

  TypeComparison(WorkflowSpec left, WorkflowSpec right) {
    this.left = left;
    this.right = right;
  }

  boolean same(Type one, Type other) {
    if (one.getKindCase() != other.getKindCase()) {
      return false;
    }
    return switch (one.getKindCase()) {
      case LIST -> same(one.getList(), other.getList());
      case SET -> same(one.getSet(), other.getSet());
      case MAP ->
          same(one.getMap().getKey(), other.getMap().getKey())
              && same(one.getMap().getValue(), other.getMap().getValue());
      case OPTIONAL -> same(one.getOptional(), other.getOptional());
      case OUTCOME -> same(one.getOutcome(), other.getOutcome());
      case DEFINED -> defined(one.getDefined(), other.getDefined());
      case POOL ->
          left.getActors(one.getPool())
              .getClassName()
              .equals(right.getActors(other.getPool()).getClassName());
      case PRIMITIVE, BOXED, SCALAR, ARRAY, CAUGHT, KIND_NOT_SET -> one.equals(other);
    };
  }

  private boolean defined(int one, int other) {
    if (!compared.add(List.of(one, other))) {
      return true;
    }
    TypeDefinition a = left.getTypes(one);
    TypeDefinition b = right.getTypes(other);
    if (!a.getName().equals(b.getName()) || a.getKindCase() != b.getKindCase()) {
      return false;
    }
    return switch (a.getKindCase()) {
      case RECORD -> components(a.getRecord(), b.getRecord());
      case ENUMERATION ->
          a.getEnumeration().getConstantsList().equals(b.getEnumeration().getConstantsList());
      case SEALED -> permitted(a.getSealed(), b.getSealed());
      case PROTOBUF, ENCODED, KIND_NOT_SET -> true;
    };
  }

  private boolean components(RecordType one, RecordType other) {
    if (one.getComponentsCount() != other.getComponentsCount()) {
      return false;
    }
    for (int i = 0; i < one.getComponentsCount(); i++) {
      if (!one.getComponents(i).getName().equals(other.getComponents(i).getName())
          || !same(one.getComponents(i).getType(), other.getComponents(i).getType())) {
        return false;
      }
    }
    return true;
  }

  private boolean permitted(SealedType one, SealedType other) {
    if (one.getPermittedCount() != other.getPermittedCount()) {
      return false;
    }
    for (int i = 0; i < one.getPermittedCount(); i++) {
      if (!defined(one.getPermitted(i), other.getPermitted(i))) {
        return false;
      }
    }
    return true;
  }
}
