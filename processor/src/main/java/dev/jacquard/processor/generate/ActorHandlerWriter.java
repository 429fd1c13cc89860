package dev.jacquard.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacquard.processor.model.ClassDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.ActorDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.ConstructorDeclaration;
import dev.jacquard.spi.ActorHandler;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** Writes what makes and closes the replicas of one actor class. */
final class ActorHandlerWriter {

  private final ClassDeclaration declaration;
  private final Marks marks;

  ActorHandlerWriter(ClassDeclaration declaration, Marks marks) {
    this.declaration = declaration;
    this.marks = marks;
  }

  // public static final class DetectorActor implements ActorHandler {
  //   public DetectorActor() {}
  //   ... create and close ...
  // }
  TypeSpec write(ConstructorDeclaration declared) {
    ExecutableElement constructor = declared.constructor();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(declared.handler())
            .addJavadoc("Makes replicas of {@link $T}.\n", owner())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(ActorHandler.class)
            .addMethod(Constructors.visible())
            .addMethod(create(constructor))
            .addMethod(close());
    marks
        .suppressions(
            List.of(constructor), Marks.signature(constructor), Casts.warnings(constructor))
        .ifPresent(type::addAnnotation);
    return type.build();
  }

  private ClassName owner() {
    return ClassName.get(declaration.type());
  }

  // return new Detector((String) arguments[0]);
  private MethodSpec create(ExecutableElement constructor) {
    return method("create")
        .returns(Object.class)
        .addParameter(Object[].class, "arguments")
        .addStatement("return new $T($L)", owner(), Casts.arguments(constructor))
        .build();
  }

  // ((Detector) actor).close();
  private MethodSpec close() {
    MethodSpec.Builder close = method("close").addParameter(Object.class, "actor");
    if (declaration.actor().map(ActorDeclaration::closeable).orElse(false)) {
      close.addStatement("(($T) actor).close()", owner());
    }
    return close.build();
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addException(Throwable.class);
  }
}
