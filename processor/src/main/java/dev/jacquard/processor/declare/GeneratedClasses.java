package dev.jacquard.processor.declare;

import dev.jacquard.processor.declare.ValueTypes.Codecs;
import dev.jacquard.processor.model.GeneratedNames;
import dev.jacquard.spi.CompiledMethods;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads generated classes, after the rounds: those of sources and of class files alike. */
final class GeneratedClasses implements Generated {

  private final Elements elements;
  private final Types types;
  private final TypeText text;

  GeneratedClasses(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.text = new TypeText(elements, types);
  }

  @Override
  public List<String> parameterNames(ExecutableElement method, String generated) {
    String signature = method.getSimpleName() + text.descriptor(method);
    return find(method.getEnclosingElement() instanceof TypeElement owner ? owner : null, generated)
        .flatMap(type -> Mark.of(type, CompiledMethods.class))
        .flatMap(mark -> namesOf(mark, signature))
        .filter(names -> names.size() == method.getParameters().size())
        .orElseGet(() -> NOT_YET.parameterNames(method, generated));
  }

  private static Optional<List<String>> namesOf(Mark compiled, String signature) {
    for (AnnotationValue item : compiled.items("value")) {
      Mark method = compiled.nested((AnnotationMirror) item.getValue());
      if (method.text("signature").equals(signature)) {
        return Optional.of(
            method.items("parameters").stream().map(name -> name.getValue().toString()).toList());
      }
    }
    return Optional.empty();
  }

  /**
   * A codec says by the result of its {@code create} which record it is for; where that is no more
   * than an object, its name says it.
   */
  @Override
  public Codecs codecs(TypeElement type, GeneratedNames names) {
    Map<String, String> byRecord = new HashMap<>();
    find(type, names.qualified(names.codecs()))
        .ifPresent(
            holder ->
                ElementFilter.typesIn(holder.getEnclosedElements())
                    .forEach(codec -> addCodec(codec, byRecord)));
    return record -> {
      String binaryName = elements.getBinaryName(record).toString();
      boolean mayGoByName = binaryName.equals(names.qualified(record.getSimpleName().toString()));
      String byName = mayGoByName ? byRecord.get(record.getSimpleName() + "Codec") : null;
      return byRecord.getOrDefault(binaryName, byName == null ? "" : byName);
    };
  }

  private void addCodec(TypeElement codec, Map<String, String> byRecord) {
    for (ExecutableElement method : ElementFilter.methodsIn(codec.getEnclosedElements())) {
      if (method.getSimpleName().contentEquals("create")
          && types.asElement(method.getReturnType()) instanceof TypeElement record) {
        String key =
            record.getQualifiedName().contentEquals("java.lang.Object")
                ? codec.getSimpleName().toString()
                : elements.getBinaryName(record).toString();
        byRecord.put(key, elements.getBinaryName(codec).toString());
      }
    }
  }

  /** Whether a class is one that the processor has generated, now or before. */
  static boolean isGenerated(TypeElement type) {
    return Mark.isOn(type, CompiledMethods.class);
  }

  private Optional<TypeElement> find(
      @org.jspecify.annotations.Nullable TypeElement near, String qualifiedName) {
    ModuleElement module = near == null ? null : elements.getModuleOf(near);
    return Optional.ofNullable(
        module == null
            ? elements.getTypeElement(qualifiedName)
            : elements.getTypeElement(module, qualifiedName));
  }
}
