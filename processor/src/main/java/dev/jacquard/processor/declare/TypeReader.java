package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.CommonProblem.GENERIC_TYPE;
import static dev.jacquard.processor.diagnostic.CommonProblem.INACCESSIBLE_TYPE;
import static dev.jacquard.processor.diagnostic.CommonProblem.MAP_KEY;
import static dev.jacquard.processor.diagnostic.CommonProblem.RAW_TYPE;
import static dev.jacquard.processor.diagnostic.CommonProblem.UNSERIALIZABLE_TYPE;
import static dev.jacquard.processor.diagnostic.CommonProblem.WILDCARD_TYPE;

import dev.jacquard.EncodedBy;
import dev.jacquard.processor.declare.ValueTypes.Codecs;
import dev.jacquard.processor.declare.ValueTypes.Reading;
import dev.jacquard.processor.diagnostic.Problem;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.ArrayType;
import dev.jacquard.processor.model.ValueType.BoxedType;
import dev.jacquard.processor.model.ValueType.Component;
import dev.jacquard.processor.model.ValueType.DefinedType;
import dev.jacquard.processor.model.ValueType.Definition;
import dev.jacquard.processor.model.ValueType.Definition.EncodedDefinition;
import dev.jacquard.processor.model.ValueType.Definition.EnumDefinition;
import dev.jacquard.processor.model.ValueType.Definition.ProtobufDefinition;
import dev.jacquard.processor.model.ValueType.Definition.RecordDefinition;
import dev.jacquard.processor.model.ValueType.Definition.SealedDefinition;
import dev.jacquard.processor.model.ValueType.Implicit;
import dev.jacquard.processor.model.ValueType.ListType;
import dev.jacquard.processor.model.ValueType.MapType;
import dev.jacquard.processor.model.ValueType.OptionalType;
import dev.jacquard.processor.model.ValueType.OutcomeType;
import dev.jacquard.processor.model.ValueType.Primitive;
import dev.jacquard.processor.model.ValueType.PrimitiveType;
import dev.jacquard.processor.model.ValueType.ScalarType;
import dev.jacquard.processor.model.ValueType.SetType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads one type and all that it reaches, and knows at each point the path that led there. */
final class TypeReader {

  /** The type is none of values. */
  static final class NoValueException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Reading reading;

    private NoValueException(Reading reading) {
      super(null, null, false, false);
      this.reading = reading;
    }

    Reading reading() {
      return reading;
    }
  }

  private static final Implicit NOTHING_IMPLICIT = new Implicit(false, List.of(), false, false);

  private final Elements elements;
  private final RecordFacts facts;
  private final Codecs codecs;
  private final String packageName;
  private final TypePath path;
  private final Map<String, Definition> definitions = new TreeMap<>();
  private final Map<String, TypeElement> records = new TreeMap<>();

  TypeReader(
      Elements elements, RecordFacts facts, Codecs codecs, String packageName, TypeMirror root) {
    this.elements = elements;
    this.facts = facts;
    this.codecs = codecs;
    this.packageName = packageName;
    this.path = new TypePath(root);
  }

  Map<String, Definition> definitions() {
    return Collections.unmodifiableMap(definitions);
  }

  Map<String, TypeElement> records() {
    return Collections.unmodifiableMap(records);
  }

  ValueType read(TypeMirror type) throws NoValueException {
    if (type.getKind().isPrimitive()) {
      return new PrimitiveType(Primitive.valueOf(type.getKind().name()));
    }
    return switch (type.getKind()) {
      case DECLARED -> declared((DeclaredType) type);
      case ARRAY -> array((javax.lang.model.type.ArrayType) type);
      case ERROR -> throw new NoValueException(new Reading.Unknown());
      case WILDCARD -> throw refused(WILDCARD_TYPE);
      default -> throw refused(UNSERIALIZABLE_TYPE, WaysOut.ofType(type));
    };
  }

  private ValueType array(javax.lang.model.type.ArrayType type) throws NoValueException {
    TypeMirror component = type.getComponentType();
    if (component.getKind() == TypeKind.ERROR) {
      throw new NoValueException(new Reading.Unknown());
    }
    if (!component.getKind().isPrimitive()) {
      throw refused(UNSERIALIZABLE_TYPE, WaysOut.ofType(type));
    }
    return new ArrayType(Primitive.valueOf(component.getKind().name()));
  }

  private ValueType declared(DeclaredType type) throws NoValueException {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    Optional<Primitive> boxed = KnownTypes.boxed(name);
    if (boxed.isPresent()) {
      return new BoxedType(boxed.get());
    }
    var scalar = KnownTypes.scalar(name);
    if (scalar.isPresent()) {
      return new ScalarType(scalar.get());
    }
    return switch (name) {
      case "java.util.List" -> new ListType(argument(type, 0));
      case "java.util.Set" -> new SetType(argument(type, 0));
      case "java.util.Map" -> new MapType(key(type), argument(type, 1));
      case "java.util.Optional" -> new OptionalType(argument(type, 0));
      case "dev.jacquard.Outcome" -> new OutcomeType(argument(type, 0));
      default -> defined(type, element);
    };
  }

  private ValueType argument(DeclaredType type, int index) throws NoValueException {
    if (type.getTypeArguments().isEmpty()) {
      throw refused(RAW_TYPE);
    }
    TypeMirror argument = type.getTypeArguments().get(index);
    path.enterElement(argument);
    return readAndLeave(argument);
  }

  private ValueType readAndLeave(TypeMirror type) throws NoValueException {
    ValueType read = read(type);
    path.leave();
    return read;
  }

  private ValueType key(DeclaredType map) throws NoValueException {
    ValueType key = argument(map, 0);
    boolean scalar =
        key instanceof BoxedType
            || (key instanceof ScalarType type && KnownTypes.mayBeKey(type.scalar()))
            || (key instanceof DefinedType type
                && definitions.get(type.name()) instanceof EnumDefinition);
    if (!scalar) {
      throw refused(MAP_KEY);
    }
    return key;
  }

  private ValueType defined(DeclaredType type, TypeElement element) throws NoValueException {
    String name = elements.getBinaryName(element).toString();
    if (!definitions.containsKey(name)) {
      Optional<Mark> encodedBy = Mark.of(element, EncodedBy.class);
      boolean protobuf = KnownTypes.isProtobuf(element);
      boolean sealed =
          element.getKind() == ElementKind.INTERFACE
              && element.getModifiers().contains(Modifier.SEALED);
      boolean record = element.getKind() == ElementKind.RECORD;
      boolean enumeration = element.getKind() == ElementKind.ENUM;
      if (encodedBy.isEmpty() && !protobuf && !sealed && !record && !enumeration) {
        throw refused(UNSERIALIZABLE_TYPE, WaysOut.ofType(type));
      }
      checkNameable(element);
      if (encodedBy.isPresent()) {
        return encoded(name, encodedBy.get());
      }
      if (protobuf) {
        definitions.put(name, new ProtobufDefinition(name));
      } else if (enumeration) {
        definitions.put(name, new EnumDefinition(name, constants(element)));
      } else if (record) {
        record(name, element);
      } else {
        sealed(name, element);
      }
    }
    return new DefinedType(name);
  }

  private void checkNameable(TypeElement element) throws NoValueException {
    if (!element.getTypeParameters().isEmpty()) {
      throw refused(GENERIC_TYPE);
    }
    if (!Visibility.isVisible(element, packageName, elements)) {
      throw refused(
          INACCESSIBLE_TYPE,
          packageName.isEmpty() ? "the default package" : "package " + packageName);
    }
  }

  private ValueType encoded(String name, Mark encodedBy) throws NoValueException {
    TypeElement codec =
        encodedBy.type("value").orElseThrow(() -> new NoValueException(new Reading.Unknown()));
    definitions.put(name, new EncodedDefinition(name, elements.getBinaryName(codec).toString()));
    return new DefinedType(name);
  }

  private void record(String name, TypeElement element) throws NoValueException {
    // Held before its components are read, since they may lead back to it.
    definitions.put(name, new RecordDefinition(name, List.of(), "", NOTHING_IMPLICIT));
    records.put(name, element);
    List<Component> components = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      String label = component.getSimpleName().toString();
      if (!SourceVersion.isIdentifier(label)) {
        throw new NoValueException(new Reading.Unknown());
      }
      path.enterComponent(element, label, component.asType());
      components.add(new Component(label, readAndLeave(component.asType())));
    }
    definitions.put(
        name,
        new RecordDefinition(
            name,
            List.copyOf(components),
            codecs.codecOf(element),
            facts.of(element).orElse(NOTHING_IMPLICIT)));
  }

  private void sealed(String name, TypeElement element) throws NoValueException {
    definitions.put(name, new SealedDefinition(name, List.of()));
    List<String> permitted = new ArrayList<>();
    for (TypeMirror subclass : element.getPermittedSubclasses()) {
      path.enterPermitted(subclass);
      if (readAndLeave(subclass) instanceof DefinedType defined) {
        permitted.add(defined.name());
      }
    }
    definitions.put(name, new SealedDefinition(name, List.copyOf(permitted)));
  }

  private static List<String> constants(TypeElement element) {
    return element.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .map(Element::getSimpleName)
        .map(Object::toString)
        .toList();
  }

  private NoValueException refused(Problem problem, String... words) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    // The path stands behind the package and before the way out.
    all.add(problem == INACCESSIBLE_TYPE ? all.size() : 0, path.toString());
    return new NoValueException(new Reading.Refused(problem, List.copyOf(all), path.culprit()));
  }
}
