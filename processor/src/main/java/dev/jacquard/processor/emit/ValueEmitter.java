package dev.jacquard.processor.emit;

import com.google.protobuf.ByteString;
import dev.jacquard.processor.model.Literal;
import dev.jacquard.processor.model.Literal.ElementsLiteral;
import dev.jacquard.processor.model.Literal.EntriesLiteral;
import dev.jacquard.processor.model.Literal.EnumLiteral;
import dev.jacquard.processor.model.Literal.OptionalLiteral;
import dev.jacquard.processor.model.Literal.RecordLiteral;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.ArrayType;
import dev.jacquard.processor.model.ValueType.BoxedType;
import dev.jacquard.processor.model.ValueType.Component;
import dev.jacquard.processor.model.ValueType.DefinedType;
import dev.jacquard.processor.model.ValueType.Definition.RecordDefinition;
import dev.jacquard.processor.model.ValueType.Definition.SealedDefinition;
import dev.jacquard.processor.model.ValueType.ListType;
import dev.jacquard.processor.model.ValueType.MapType;
import dev.jacquard.processor.model.ValueType.OptionalType;
import dev.jacquard.processor.model.ValueType.SetType;
import dev.jacquard.spec.v1.Constant;
import dev.jacquard.spec.v1.Elements;
import dev.jacquard.spec.v1.Entries;
import dev.jacquard.spec.v1.OptionalValue;
import dev.jacquard.spec.v1.Packed;
import dev.jacquard.spec.v1.RecordValue;
import dev.jacquard.spec.v1.Value;
import java.util.List;

/** Emits literals as values of their types. */
final class ValueEmitter {

  private final TypeEmitter types;

  ValueEmitter(TypeEmitter types) {
    this.types = types;
  }

  Constant constant(ValueType type, Literal literal) {
    return Constant.newBuilder().setType(types.emit(type)).setValue(emit(type, literal)).build();
  }

  Value emit(ValueType type, Literal literal) {
    if (literal instanceof ScalarLiteral scalar) {
      return ScalarValues.emit(scalar.value());
    }
    Value.Builder value = Value.newBuilder();
    if (literal instanceof EnumLiteral constant) {
      value.setConstant(constant.constant());
    } else if (literal instanceof ElementsLiteral elements) {
      emit(type, elements.elements(), value);
    } else if (literal instanceof EntriesLiteral entries) {
      MapType map = (MapType) type;
      value.setEntries(
          Entries.newBuilder()
              .addAllKeys(emitAll(map.key(), entries.keys()))
              .addAllValues(emitAll(map.value(), entries.values())));
    } else if (literal instanceof OptionalLiteral optional) {
      OptionalValue.Builder content = OptionalValue.newBuilder();
      ValueType element = ((OptionalType) type).element();
      optional.element().forEach(part -> content.setValue(emit(element, part)));
      value.setOptional(content);
    } else if (literal instanceof RecordLiteral record) {
      value.setRecord(emit((DefinedType) type, record));
    }
    return value.build();
  }

  private void emit(ValueType type, List<Literal> elements, Value.Builder value) {
    boolean numbers =
        type instanceof ArrayType
            || (type instanceof ListType list
                && list.element() instanceof BoxedType
                && elements.stream().allMatch(ScalarLiteral.class::isInstance));
    if (numbers) {
      value.setPacked(packed(elements));
      return;
    }
    ValueType element = type instanceof ListType list ? list.element() : ((SetType) type).element();
    value.setElements(Elements.newBuilder().addAllValues(emitAll(element, elements)));
  }

  private List<Value> emitAll(ValueType type, List<Literal> literals) {
    return literals.stream().map(literal -> emit(type, literal)).toList();
  }

  private static Packed packed(List<Literal> elements) {
    Packed.Builder packed = Packed.newBuilder();
    ByteString.Output octets = ByteString.newOutput();
    for (Literal element : elements) {
      Object value = ((ScalarLiteral) element).value();
      if (value instanceof Boolean bool) {
        octets.write(bool ? 1 : 0);
      } else if (value instanceof Byte octet) {
        octets.write(octet);
      } else if (value instanceof Long number) {
        packed.addLongs(number);
      } else if (value instanceof Float number) {
        packed.addFloatBits(Float.floatToRawIntBits(number));
      } else if (value instanceof Double number) {
        packed.addDoubleBits(Double.doubleToRawLongBits(number));
      } else if (value instanceof Character character) {
        packed.addIntegers(character);
      } else {
        packed.addIntegers(((Number) value).intValue());
      }
    }
    return packed.setOctets(octets.toByteString()).build();
  }

  private RecordValue emit(DefinedType declared, RecordLiteral literal) {
    RecordValue.Builder record = RecordValue.newBuilder();
    if (types.definition(declared.name()) instanceof SealedDefinition) {
      record.setName(literal.name());
    }
    RecordDefinition definition = (RecordDefinition) types.definition(literal.name());
    List<Component> components = definition.components();
    for (int i = 0; i < components.size(); i++) {
      record.addComponents(emit(components.get(i).type(), literal.components().get(i)));
    }
    return record.build();
  }
}
