package dev.jacquard.processor.analyze;

import dev.jacquard.processor.diagnostic.CommonProblem;
import dev.jacquard.processor.model.Interfaces.ActorInterface;
import dev.jacquard.processor.model.Interfaces.ActorPolicy;
import dev.jacquard.processor.model.Interfaces.Parameter;
import dev.jacquard.processor.model.Interfaces.Placement;
import dev.jacquard.processor.model.Interfaces.Resources;
import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.TaskPolicy;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Component;
import dev.jacquard.processor.model.ValueType.DefinedType;
import dev.jacquard.processor.model.ValueType.Definition;
import dev.jacquard.processor.model.ValueType.Implicit;
import dev.jacquard.processor.model.ValueType.Primitive;
import dev.jacquard.processor.model.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Declarations as small tests need them: marks are believed, and a record that declares a method
 * named "own…" too.
 */
final class AnnotatedSignatures implements Signatures {

  private static final Map<String, Primitive> BOXES =
      Map.of(
          "java.lang.Boolean", Primitive.BOOLEAN,
          "java.lang.Byte", Primitive.BYTE,
          "java.lang.Short", Primitive.SHORT,
          "java.lang.Character", Primitive.CHAR,
          "java.lang.Integer", Primitive.INT,
          "java.lang.Long", Primitive.LONG,
          "java.lang.Float", Primitive.FLOAT,
          "java.lang.Double", Primitive.DOUBLE);
  private static final Map<String, Scalar> SCALARS =
      Map.of(
          "java.lang.String", Scalar.STRING,
          "java.math.BigDecimal", Scalar.BIG_DECIMAL,
          "java.time.Duration", Scalar.DURATION);

  private final Elements elements;

  AnnotatedSignatures(Elements elements) {
    this.elements = elements;
  }

  private static boolean isMarked(Element element, String mark) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(it -> it.getAnnotationType().toString().equals(mark));
  }

  private String id(ExecutableElement method) {
    String parameters =
        method.getParameters().size() > 0 && isOverloaded(method)
            ? "-" + method.getParameters().get(0).asType()
            : "";
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return elements.getBinaryName(owner) + "." + method.getSimpleName() + parameters;
  }

  private static boolean isOverloaded(ExecutableElement method) {
    return ElementFilter.methodsIn(method.getEnclosingElement().getEnclosedElements()).stream()
            .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
            .count()
        > 1;
  }

  @Override
  public Lookup<TaskInterface> task(ExecutableElement method) {
    if (!isMarked(method, "dev.jacquard.Task")) {
      return new Lookup.Absent<>();
    }
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      return new Lookup.Broken<>();
    }
    Map<String, Definition> definitions = new TreeMap<>();
    String owner = method.getEnclosingElement().toString();
    return new Lookup.Found<>(
        new TaskInterface(
            id(method),
            owner,
            method.getSimpleName().toString(),
            "()",
            parameters(method, definitions),
            result(method, definitions),
            owner + "Tasks",
            method.getModifiers().contains(Modifier.STATIC) ? Optional.empty() : Optional.of(owner),
            policy(),
            definitions));
  }

  private static TaskPolicy policy() {
    Placement placement =
        new Placement(new Resources("", "", "", "", "", ""), "", Map.of(), List.of(), "");
    return new TaskPolicy(
        false, 0, 0, List.of(), List.of(), 0, 0, Optional.empty(), false, placement);
  }

  @Override
  public Lookup<WorkflowInterface> workflow(ExecutableElement method) {
    if (!isMarked(method, "dev.jacquard.Workflow")) {
      return new Lookup.Absent<>();
    }
    Map<String, Definition> definitions = new TreeMap<>();
    return new Lookup.Found<>(
        new WorkflowInterface(
            id(method), parameters(method, definitions), result(method, definitions), definitions));
  }

  private List<Parameter> parameters(ExecutableElement method, Map<String, Definition> into) {
    return method.getParameters().stream()
        .map(
            it ->
                new Parameter(
                    it.getSimpleName().toString(), type(it.asType(), into), Optional.empty()))
        .toList();
  }

  private Optional<ValueType> result(ExecutableElement method, Map<String, Definition> into) {
    return method.getReturnType().getKind() == TypeKind.VOID
        ? Optional.empty()
        : Optional.of(type(method.getReturnType(), into));
  }

  private ValueType type(TypeMirror type, Map<String, Definition> into) {
    ValueType known = convert(type, into);
    if (known == null) {
      throw new IllegalArgumentException(type.toString());
    }
    return known;
  }

  @Override
  public Lookup<ActorInterface> actor(ExecutableElement constructor) {
    TypeElement owner = (TypeElement) constructor.getEnclosingElement();
    if (!isActor(owner) || constructor.getModifiers().contains(Modifier.PRIVATE)) {
      return new Lookup.Absent<>();
    }
    Map<String, Definition> definitions = new TreeMap<>();
    String name = elements.getBinaryName(owner).toString();
    return new Lookup.Found<>(
        new ActorInterface(
            name,
            name,
            constructor.toString().replaceAll(".*[(]", "("),
            parameters(constructor, definitions),
            name + "Actor",
            new ActorPolicy(1, 0, 1, 1, 0, true, policy().placement()),
            definitions));
  }

  @Override
  public boolean isActor(TypeElement type) {
    return isMarked(type, "dev.jacquard.Actor");
  }

  @Override
  public TypeAnswer valueType(TypeMirror type) {
    Map<String, Definition> definitions = new TreeMap<>();
    ValueType known = convert(type, definitions);
    return known == null
        ? new TypeAnswer.Refused(
            CommonProblem.UNSERIALIZABLE_TYPE, List.of(type.toString(), "Use a record of values."))
        : new TypeAnswer.Known(known, definitions);
  }

  private @Nullable ValueType convert(TypeMirror type, Map<String, Definition> into) {
    if (type.getKind().isPrimitive()) {
      return new ValueType.PrimitiveType(Primitive.valueOf(type.getKind().name()));
    }
    if (type instanceof ArrayType array && array.getComponentType().getKind().isPrimitive()) {
      return new ValueType.ArrayType(Primitive.valueOf(array.getComponentType().getKind().name()));
    }
    return type.getKind() == TypeKind.DECLARED ? declared((DeclaredType) type, into) : null;
  }

  private @Nullable ValueType declared(DeclaredType type, Map<String, Definition> into) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    if (BOXES.containsKey(name)) {
      return new ValueType.BoxedType(BOXES.get(name));
    }
    if (SCALARS.containsKey(name)) {
      return new ValueType.ScalarType(SCALARS.get(name));
    }
    List<ValueType> arguments = new ArrayList<>();
    for (TypeMirror argument : type.getTypeArguments()) {
      ValueType known = convert(argument, into);
      if (known == null) {
        return null;
      }
      arguments.add(known);
    }
    return switch (name) {
      case "java.util.List" -> new ValueType.ListType(arguments.get(0));
      case "java.util.Set" -> new ValueType.SetType(arguments.get(0));
      case "java.util.Map" -> new ValueType.MapType(arguments.get(0), arguments.get(1));
      case "java.util.Optional" -> new ValueType.OptionalType(arguments.get(0));
      case "dev.jacquard.Outcome" -> new ValueType.OutcomeType(arguments.get(0));
      default -> defined(element, into);
    };
  }

  private @Nullable ValueType defined(TypeElement element, Map<String, Definition> into) {
    String name = elements.getBinaryName(element).toString();
    if (!into.containsKey(name)) {
      if (element.getKind() == ElementKind.RECORD) {
        into.put(name, new Definition.EnumDefinition(name, List.of()));
        into.put(name, record(name, element, into));
      } else if (element.getKind() == ElementKind.ENUM) {
        into.put(name, new Definition.EnumDefinition(name, List.of()));
      } else if (!element.getPermittedSubclasses().isEmpty()) {
        List<String> permitted = new ArrayList<>();
        into.put(name, new Definition.SealedDefinition(name, permitted));
        for (TypeMirror it : element.getPermittedSubclasses()) {
          permitted.add(((DefinedType) type(it, into)).name());
        }
      } else {
        return null;
      }
    }
    return new DefinedType(name);
  }

  private Definition record(String name, TypeElement element, Map<String, Definition> into) {
    List<Component> components =
        element.getRecordComponents().stream()
            .map(it -> new Component(it.getSimpleName().toString(), type(it.asType(), into)))
            .toList();
    List<String> own =
        ElementFilter.methodsIn(element.getEnclosedElements()).stream()
            .map(it -> it.getSimpleName().toString())
            .filter(it -> it.startsWith("own"))
            .toList();
    Implicit implicit =
        new Implicit(
            !own.contains("ownConstructor"),
            own.contains("ownAccessor")
                ? List.of()
                : components.stream().map(Component::name).toList(),
            !own.contains("ownEquals"),
            !own.contains("ownText"));
    return new Definition.RecordDefinition(name, components, name + "Codec", implicit);
  }
}
