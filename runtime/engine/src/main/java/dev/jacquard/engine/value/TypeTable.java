package dev.jacquard.engine.value;

import com.google.protobuf.ByteString;
import dev.jacquard.spec.v1.EnumType;
import dev.jacquard.spec.v1.RecordComponent;
import dev.jacquard.spec.v1.RecordType;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spi.RecordCodec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The types of one spec, bound to the application's classes. Classes, codecs and enums are loaded
 * when they are first needed; what cannot be loaded fails with a {@link ValueException} that names
 * the type. Thread-safe.
 */
public final class TypeTable {

  private final List<TypeDefinition> definitions;
  private final UserClasses classes;
  private final AtomicReferenceArray<Shape> defined;
  // By its bytes: a message's own hash has protobuf read its descriptors, slow in a new process.
  private final Map<ByteString, Shape> shapes = new ConcurrentHashMap<>();

  private TypeTable(List<TypeDefinition> definitions, ClassLoader loader) {
    this.definitions = definitions;
    this.classes = new UserClasses(loader);
    this.defined = new AtomicReferenceArray<>(definitions.size());
  }

  /**
   * Makes the table of a spec.
   *
   * @param definitions the spec's types
   * @param loader has the application's classes and what was generated for them
   */
  public static TypeTable of(List<TypeDefinition> definitions, ClassLoader loader) {
    return new TypeTable(List.copyOf(definitions), loader);
  }

  /** Returns the type as a person would write it: {@code Map<text, List<Order>>}. */
  public String name(Type type) {
    return TypeNames.of(type, definitions);
  }

  /** Returns the codec of a record, by its index in the spec's types. */
  public RecordCodec recordCodec(int type) {
    if (shapeOf(type) instanceof RecordShape record) {
      return record.codec();
    }
    throw ValueException.of(definition(type).getName() + " must be a record");
  }

  /**
   * Whether an object, not null, is of the type, its parts left aside: what {@code instanceof}
   * asks.
   */
  public boolean isInstance(Type type, Object value) {
    return Fit.holds(shape(type), value);
  }

  /** Returns the class of the type's values, boxes for primitives. */
  public Class<?> javaClass(Type type) {
    Shape shape = shape(type);
    return shape instanceof SealedShape sealed
        ? classes.load(sealed.className())
        : JavaClasses.of(shape);
  }

  TypeDefinition definition(int index) {
    if (index < 0 || index >= definitions.size()) {
      throw ValueException.of("type " + index + " must be one of the spec's " + definitions.size());
    }
    return definitions.get(index);
  }

  Shape shape(Type type) {
    if (type.getKindCase() == Type.KindCase.DEFINED) {
      return shapeOf(type.getDefined());
    }
    ByteString key = type.toByteString();
    Shape known = shapes.get(key);
    if (known == null) {
      known = make(type);
      shapes.put(key, known);
    }
    return known;
  }

  private Shape make(Type type) {
    return switch (type.getKindCase()) {
      case PRIMITIVE -> new PrimitiveLeaf(PrimitiveForm.of(type.getPrimitive()), false);
      case BOXED -> new PrimitiveLeaf(PrimitiveForm.of(type.getBoxed()), true);
      case SCALAR -> ScalarLeaf.of(type.getScalar());
      case ARRAY -> new ArrayLeaf(PrimitiveForm.of(type.getArray()));
      case LIST -> new ListShape(shape(type.getList()));
      case SET -> new SetShape(shape(type.getSet()));
      case MAP -> new MapShape(shape(type.getMap().getKey()), shape(type.getMap().getValue()));
      case OPTIONAL -> new OptionalShape(shape(type.getOptional()));
      case OUTCOME -> OutcomeShape.Either.of(shape(type.getOutcome()));
      case POOL, CAUGHT -> throw ValueException.of(name(type) + " is never encoded");
      case DEFINED, KIND_NOT_SET ->
          throw ValueException.of("names a type that this version does not know");
    };
  }

  private Shape shapeOf(int index) {
    TypeDefinition definition = definition(index);
    Shape known = defined.get(index);
    if (known == null) {
      try {
        known = make(index, definition);
      } catch (ValueException e) {
        throw e.path().isEmpty() ? e.under(definition.getName()) : e;
      }
      defined.set(index, known);
    }
    return known;
  }

  private Shape make(int index, TypeDefinition definition) {
    return switch (definition.getKindCase()) {
      case RECORD -> record(definition.getName(), definition.getRecord());
      case ENUMERATION -> enumeration(definition.getName(), definition.getEnumeration());
      case SEALED -> new SealedShape(definition.getName(), variants(index));
      case PROTOBUF -> classes.protobuf(definition.getName());
      case ENCODED -> classes.encodedType(definition.getName(), definition.getEncoded().getCodec());
      case KIND_NOT_SET -> throw ValueException.of("is of a kind that this version does not know");
    };
  }

  private RecordShape record(String name, RecordType type) {
    List<String> names = type.getComponentsList().stream().map(RecordComponent::getName).toList();
    Shape[] parts = new Shape[names.size()];
    return new RecordShape(
        name,
        names,
        i -> {
          if (parts[i] == null) {
            parts[i] = shape(type.getComponents(i).getType());
          }
          return parts[i];
        },
        classes.recordCodec(type.getCodec()),
        null);
  }

  private EnumLeaf enumeration(String name, EnumType type) {
    EnumLeaf leaf = EnumLeaf.of(classes.load(name));
    if (!leaf.constants().keySet().containsAll(type.getConstantsList())) {
      throw ValueException.of(
          "must have the constants "
              + type.getConstantsList()
              + ", as when the workflow was compiled;"
              + " found "
              + leaf.constants().keySet());
    }
    return leaf;
  }

  private List<Shape> variants(int index) {
    Set<Integer> seen = new LinkedHashSet<>();
    List<Shape> variants = new ArrayList<>();
    collect(index, seen, variants);
    return variants;
  }

  private void collect(int index, Set<Integer> seen, List<Shape> variants) {
    for (int permitted : definition(index).getSealed().getPermittedList()) {
      if (!seen.add(permitted)) {
        continue;
      }
      if (definition(permitted).hasSealed()) {
        collect(permitted, seen, variants);
      } else {
        variants.add(shapeOf(permitted));
      }
    }
  }
}
