package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.CommonProblem.NOT_YET_SUPPORTED;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.BAD_CODEC;

import dev.jacquard.EncodedBy;
import dev.jacquard.ValueCodec;
import dev.jacquard.processor.diagnostic.Diagnostics;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The codec that a class names can be made by the runtime, and is for that class. */
final class CodecRules {

  private final Types types;
  private final Diagnostics<Place> diagnostics;

  CodecRules(Types types, Diagnostics<Place> diagnostics) {
    this.types = types;
    this.diagnostics = diagnostics;
  }

  void check(TypeElement type) {
    Optional<Mark> mark = Mark.of(type, EncodedBy.class);
    Optional<TypeElement> codec = mark.flatMap(encodedBy -> encodedBy.type("value"));
    if (codec.isPresent()) {
      check(type, codec.get(), mark.get().place("value"));
      String name = mark.get().text("name");
      if (!name.isEmpty()) {
        diagnostics.report(
            mark.get().place("name"),
            NOT_YET_SUPPORTED,
            "name",
            '"' + name + '"',
            "Leave it out until values are kept from one version of the code to another.");
      }
    }
  }

  private void check(TypeElement type, TypeElement codec, Place place) {
    String name = TypeText.nested(codec);
    if (!isPublic(codec)) {
      refuse(place, type, "'" + name + "', which is not public", "Make it and its classes public.");
    } else if (codec.getModifiers().contains(Modifier.ABSTRACT)) {
      refuse(place, type, "'" + name + "', which is abstract", "Name a class that can be made.");
    } else if (codec.getNestingKind() == NestingKind.MEMBER
        && !codec.getModifiers().contains(Modifier.STATIC)) {
      refuse(place, type, "'" + name + "', an inner class", "Add 'static'.");
    } else if (!hasPublicConstructor(codec)) {
      refuse(place, type, "'" + name + "', which has none", "Add one.");
    } else if (!encodes(codec, type)) {
      refuse(
          place,
          type,
          "'" + name + "', which is for another type",
          "Implement ValueCodec<" + TypeText.nested(type) + ">.");
    }
  }

  private void refuse(Place place, TypeElement type, String found, String wayOut) {
    diagnostics.report(place, BAD_CODEC, TypeText.nested(type), found, wayOut);
  }

  private static boolean isPublic(TypeElement codec) {
    for (Element next = codec; next instanceof TypeElement; next = next.getEnclosingElement()) {
      if (!next.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasPublicConstructor(TypeElement codec) {
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(codec.getEnclosedElements())) {
      Set<Modifier> modifiers = constructor.getModifiers();
      if (constructor.getParameters().isEmpty() && modifiers.contains(Modifier.PUBLIC)) {
        return true;
      }
    }
    return false;
  }

  private boolean encodes(TypeElement codec, TypeElement type) {
    return Supertypes.find(types, codec.asType(), ValueCodec.class.getCanonicalName())
        .map(DeclaredType::getTypeArguments)
        .filter(arguments -> arguments.size() == 1)
        .filter(arguments -> types.isSameType(arguments.get(0), type.asType()))
        .isPresent();
  }
}
