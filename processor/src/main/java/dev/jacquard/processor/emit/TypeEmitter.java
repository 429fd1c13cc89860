package dev.jacquard.processor.emit;

import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.ArrayType;
import dev.jacquard.processor.model.ValueType.BoxedType;
import dev.jacquard.processor.model.ValueType.CaughtType;
import dev.jacquard.processor.model.ValueType.Component;
import dev.jacquard.processor.model.ValueType.DefinedType;
import dev.jacquard.processor.model.ValueType.Definition;
import dev.jacquard.processor.model.ValueType.Definition.EncodedDefinition;
import dev.jacquard.processor.model.ValueType.Definition.EnumDefinition;
import dev.jacquard.processor.model.ValueType.Definition.ProtobufDefinition;
import dev.jacquard.processor.model.ValueType.Definition.RecordDefinition;
import dev.jacquard.processor.model.ValueType.Definition.SealedDefinition;
import dev.jacquard.processor.model.ValueType.ListType;
import dev.jacquard.processor.model.ValueType.MapType;
import dev.jacquard.processor.model.ValueType.OptionalType;
import dev.jacquard.processor.model.ValueType.OutcomeType;
import dev.jacquard.processor.model.ValueType.PoolType;
import dev.jacquard.processor.model.ValueType.PrimitiveType;
import dev.jacquard.processor.model.ValueType.ScalarType;
import dev.jacquard.processor.model.ValueType.SetType;
import dev.jacquard.spec.v1.EncodedType;
import dev.jacquard.spec.v1.EnumType;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.ProtobufType;
import dev.jacquard.spec.v1.RecordComponent;
import dev.jacquard.spec.v1.RecordType;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.SealedType;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Emits types, and keeps the table of those with a name, in the order of their first use. */
final class TypeEmitter {

  private final Map<String, Definition> definitions;
  private final List<String> actors;
  private final Map<String, Integer> indices = new LinkedHashMap<>();

  /** Knows the named types by binary class name, and the ids of actors in the order of the spec. */
  TypeEmitter(Map<String, Definition> definitions, List<String> actors) {
    this.actors = actors;
    this.definitions = definitions;
  }

  Type emit(ValueType type) {
    Type.Builder emitted = Type.newBuilder();
    if (type instanceof PrimitiveType primitive) {
      emitted.setPrimitive(emit(primitive.primitive()));
    } else if (type instanceof BoxedType boxed) {
      emitted.setBoxed(emit(boxed.primitive()));
    } else if (type instanceof ScalarType scalar) {
      emitted.setScalar(Scalar.valueOf(scalar.scalar().name()));
    } else if (type instanceof ArrayType array) {
      emitted.setArray(emit(array.element()));
    } else if (type instanceof ListType list) {
      emitted.setList(emit(list.element()));
    } else if (type instanceof SetType set) {
      emitted.setSet(emit(set.element()));
    } else if (type instanceof MapType map) {
      emitted.setMap(
          dev.jacquard.spec.v1.MapType.newBuilder()
              .setKey(emit(map.key()))
              .setValue(emit(map.value())));
    } else if (type instanceof OptionalType optional) {
      emitted.setOptional(emit(optional.element()));
    } else if (type instanceof OutcomeType outcome) {
      emitted.setOutcome(emit(outcome.result()));
    } else if (type instanceof DefinedType defined) {
      emitted.setDefined(indexOf(defined.name()));
    } else if (type instanceof PoolType pool) {
      emitted.setPool(indexOfActor(pool.actor()));
    } else if (type instanceof CaughtType) {
      emitted.setCaught(dev.jacquard.spec.v1.CaughtType.getDefaultInstance());
    } else {
      throw new IllegalArgumentException("no type of this version: " + type);
    }
    return emitted.build();
  }

  Primitive emit(ValueType.Primitive primitive) {
    return Primitive.valueOf(primitive.name());
  }

  int indexOf(String name) {
    Integer known = indices.putIfAbsent(name, indices.size());
    return known == null ? indices.size() - 1 : known;
  }

  /** The place of an actor's constructor in the spec. */
  int indexOfActor(String id) {
    int index = actors.indexOf(id);
    if (index < 0) {
      throw new IllegalArgumentException("no interface of " + id);
    }
    return index;
  }

  Definition definition(String name) {
    Definition definition = definitions.get(name);
    if (definition == null) {
      throw new IllegalArgumentException("no definition of " + name);
    }
    return definition;
  }

  /** The table; what it holds may bring more into it. */
  List<TypeDefinition> table() {
    List<TypeDefinition> table = new ArrayList<>();
    while (table.size() < indices.size()) {
      List<String> names = List.copyOf(indices.keySet());
      for (String name : names.subList(table.size(), names.size())) {
        table.add(emit(definition(name)));
      }
    }
    return table;
  }

  private TypeDefinition emit(Definition definition) {
    TypeDefinition.Builder emitted = TypeDefinition.newBuilder().setName(definition.name());
    if (definition instanceof RecordDefinition record) {
      emitted.setRecord(emit(record));
    } else if (definition instanceof EnumDefinition enumeration) {
      emitted.setEnumeration(EnumType.newBuilder().addAllConstants(enumeration.constants()));
    } else if (definition instanceof SealedDefinition sealed) {
      emitted.setSealed(
          SealedType.newBuilder()
              .addAllPermitted(sealed.permitted().stream().map(this::indexOf).toList()));
    } else if (definition instanceof EncodedDefinition encoded) {
      emitted.setEncoded(EncodedType.newBuilder().setCodec(encoded.codec()));
    } else if (definition instanceof ProtobufDefinition) {
      emitted.setProtobuf(ProtobufType.getDefaultInstance());
    }
    return emitted.build();
  }

  private RecordType emit(RecordDefinition record) {
    if (record.codec().isEmpty()) {
      throw new IllegalArgumentException("no codec was generated for " + record.name());
    }
    RecordType.Builder emitted = RecordType.newBuilder().setCodec(record.codec());
    for (Component component : record.components()) {
      emitted.addComponents(
          RecordComponent.newBuilder().setName(component.name()).setType(emit(component.type())));
    }
    return emitted.build();
  }
}
