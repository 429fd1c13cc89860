package dev.jacquard.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacquard.processor.generate.Marks.MethodNames;
import dev.jacquard.processor.model.ClassDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.ActorDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.ConstructorDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.TaskDeclaration;
import dev.jacquard.spi.TaskHandler;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Writes the handlers of the tasks of one class, and of its constructors if it is an actor. */
final class HandlersWriter {

  private final ClassDeclaration declaration;
  private final Marks marks;

  private HandlersWriter(ClassDeclaration declaration, Marks marks) {
    this.declaration = declaration;
    this.marks = marks;
  }

  static Optional<TypeSpec> write(ClassDeclaration declaration, Marks marks) {
    List<TaskDeclaration> tasks =
        declaration.tasks().stream()
            .filter(task -> task.signature().isPresent())
            .sorted(Comparator.comparing(TaskDeclaration::handler))
            .toList();
    return tasks.isEmpty() && constructors(declaration).isEmpty()
        ? Optional.empty()
        : Optional.of(new HandlersWriter(declaration, marks).write(tasks));
  }

  // public final class AnomalyDetectionHandlers {
  //   private AnomalyDetectionHandlers() {}
  //   ... a class for each constructor, then one for each task ...
  // }
  private TypeSpec write(List<TaskDeclaration> tasks) {
    List<ConstructorDeclaration> constructors = constructors(declaration);
    List<MethodNames> names =
        Stream.concat(
                constructors.stream()
                    .map(it -> MethodNames.of(it.constructor(), it.signature().descriptor())),
                tasks.stream().map(task -> MethodNames.of(task.method(), task.descriptor())))
            .toList();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(declaration.names().handlers())
            .addJavadoc(
                tasks.isEmpty()
                    ? "Makes replicas of {@link $T}.\n"
                    : "Calls the tasks of {@link $T}.\n",
                owner())
            .addAnnotations(marks.generated())
            .addAnnotation(marks.compiledMethods(names))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addMethod(Constructors.hidden());
    marks
        .suppressions(List.of(), List.of(), marks.ofPublicSignatures())
        .ifPresent(type::addAnnotation);
    ActorHandlerWriter actors = new ActorHandlerWriter(declaration, marks);
    constructors.forEach(constructor -> type.addType(actors.write(constructor)));
    tasks.forEach(task -> type.addType(handler(task)));
    return type.build();
  }

  private static List<ConstructorDeclaration> constructors(ClassDeclaration declaration) {
    return declaration.actor().map(ActorDeclaration::constructors).orElse(List.of());
  }

  private ClassName owner() {
    return ClassName.get(declaration.type());
  }

  // public static final class IsAnomalousTask implements TaskHandler {
  //   public IsAnomalousTask() {}
  //   @Override
  //   public Object call(Object actor, Object[] arguments) throws Throwable { ... }
  // }
  private TypeSpec handler(TaskDeclaration task) {
    ExecutableElement method = task.method();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(task.handler())
            .addJavadoc("Calls {@link $T#$L}.\n", owner(), method.getSimpleName())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(TaskHandler.class)
            .addMethod(Constructors.visible())
            .addMethod(call(method));
    marks
        .suppressions(List.of(method), Marks.signature(method), Casts.warnings(method))
        .ifPresent(type::addAnnotation);
    return type.build();
  }

  // return AnomalyDetection.isAnomalous((int) arguments[0], (int) arguments[1]);
  private MethodSpec call(ExecutableElement method) {
    MethodSpec.Builder call =
        MethodSpec.methodBuilder("call")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(Object.class)
            .addParameter(Object.class, "actor")
            .addParameter(Object[].class, "arguments")
            .addException(Throwable.class);
    CodeBlock invocation =
        CodeBlock.of(
            "$L.$L($L)", receiver(method), method.getSimpleName(), Casts.arguments(method));
    return method.getReturnType().getKind() == TypeKind.VOID
        ? call.addStatement(invocation).addStatement("return null").build()
        : call.addStatement("return $L", invocation).build();
  }

  private CodeBlock receiver(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC)
        ? CodeBlock.of("$T", owner())
        : CodeBlock.of("(($T) actor)", owner());
  }
}
