package dev.jacquard.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.jacquard.processor.model.ClassDeclaration;
import dev.jacquard.spi.RecordCodec;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Writes the codecs of the records that one class may see. */
final class CodecsWriter {

  private final ClassDeclaration declaration;
  private final Marks marks;
  private final Set<String> taken = new HashSet<>();

  private CodecsWriter(ClassDeclaration declaration, Marks marks) {
    this.declaration = declaration;
    this.marks = marks;
    taken.add(declaration.names().codecs().toLowerCase(Locale.ROOT));
  }

  static Optional<TypeSpec> write(
      ClassDeclaration declaration, SortedMap<String, TypeElement> records, Marks marks) {
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(new CodecsWriter(declaration, marks).write(records));
  }

  // public final class AnomalyDetectionCodecs {
  //   private AnomalyDetectionCodecs() {}
  //   ... a class for each record ...
  // }
  private TypeSpec write(SortedMap<String, TypeElement> records) {
    Map<TypeElement, String> names = names(records.values());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(declaration.names().codecs())
            .addJavadoc(
                "Takes apart the records that {@link $T} works with.\n",
                ClassName.get(declaration.type()))
            .addAnnotations(marks.generated())
            .addAnnotation(marks.compiledMethods(List.of()))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addMethod(Constructors.hidden());
    marks
        .suppressions(List.of(), List.of(), marks.ofPublicSignatures())
        .ifPresent(type::addAnnotation);
    for (TypeElement record : records.values()) {
      type.addType(codec(record, Objects.requireNonNull(names.get(record))));
    }
    return type.build();
  }

  /**
   * Unique names, letter case aside, since each becomes a file. A codec is found again by the class
   * that it creates, or, where javac would warn of that class in a signature, by its name, which
   * therefore must have no ordinal.
   */
  private Map<TypeElement, String> names(Collection<TypeElement> records) {
    Map<TypeElement, String> names = new HashMap<>();
    records.stream()
        .filter(marks::isAuxiliary)
        .forEach(record -> names.put(record, choose(record)));
    records.stream()
        .filter(record -> !marks.isAuxiliary(record))
        .forEach(record -> names.put(record, choose(record)));
    return names;
  }

  private String choose(TypeElement record) {
    String base = String.join("_", ClassName.get(record).simpleNames());
    String name = base + "Codec";
    for (int ordinal = 2; !taken.add(name.toLowerCase(Locale.ROOT)); ordinal++) {
      name = base + "Codec" + ordinal;
    }
    return name;
  }

  // public static final class LineCodec implements RecordCodec {
  //   public LineCodec() {}
  //   ... type, component, create ...
  // }
  private TypeSpec codec(TypeElement record, String name) {
    List<TypeMirror> types =
        record.getRecordComponents().stream().map(RecordComponentElement::asType).toList();
    List<String> others =
        types.stream().anyMatch(Casts::isUnchecked) ? List.of("unchecked") : List.of();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc("Takes apart {@link $T}.\n", ClassName.get(record))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(RecordCodec.class)
            .addMethod(Constructors.visible())
            .addMethod(type(record))
            .addMethod(component(record))
            .addMethod(create(record));
    marks.suppressions(List.of(record), types, others).ifPresent(type::addAnnotation);
    return type.build();
  }

  // public Class<?> type() { return Line.class; }
  private static MethodSpec type(TypeElement record) {
    return MethodSpec.methodBuilder("type")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class)))
        .addStatement("return $T.class", ClassName.get(record))
        .build();
  }

  // public Object component(Object value, int index) {
  //   switch (index) {
  //     case 0:
  //       return ((Line) value).sku();
  //     default:
  //       throw new IndexOutOfBoundsException(index);
  //   }
  // }
  private static MethodSpec component(TypeElement record) {
    MethodSpec.Builder component =
        MethodSpec.methodBuilder("component")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(Object.class)
            .addParameter(Object.class, "value")
            .addParameter(int.class, "index")
            .beginControlFlow("switch (index)");
    List<? extends RecordComponentElement> components = record.getRecordComponents();
    for (int i = 0; i < components.size(); i++) {
      component.addCode(
          "case $L:\n$>return (($T) value).$L();\n$<",
          i,
          ClassName.get(record),
          components.get(i).getSimpleName());
    }
    return component
        .addCode("default:\n$>throw new $T(index);\n$<", IndexOutOfBoundsException.class)
        .endControlFlow()
        .build();
  }

  // public Line create(Object[] components) {
  //   return new Line((String) components[0]);
  // }
  private MethodSpec create(TypeElement record) {
    List<? extends RecordComponentElement> components = record.getRecordComponents();
    CodeBlock arguments =
        IntStream.range(0, components.size())
            .mapToObj(
                i ->
                    CodeBlock.of(
                        "($T) components[$L]", TypeName.get(components.get(i).asType()), i))
            .collect(CodeBlock.joining(", "));
    return MethodSpec.methodBuilder("create")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(marks.isAuxiliary(record) ? ClassName.get(Object.class) : ClassName.get(record))
        .addParameter(Object[].class, "components")
        .addStatement("return new $T($L)", ClassName.get(record), arguments)
        .build();
  }
}
