package dev.jacquard.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.jacquard.WorkflowCall;
import dev.jacquard.processor.generate.Marks.MethodNames;
import dev.jacquard.processor.model.ClassDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.WorkflowDeclaration;
import dev.jacquard.processor.model.Interfaces.Parameter;
import dev.jacquard.processor.model.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Writes the class of typed requests for the workflows of one class. */
final class StubsWriter {

  private final ClassDeclaration declaration;
  private final Marks marks;
  private final ClassName stubs;
  private final LiteralCode literals;

  private StubsWriter(ClassDeclaration declaration, Marks marks) {
    this.declaration = declaration;
    this.marks = marks;
    this.stubs = ClassName.get(declaration.names().packageName(), declaration.names().stubs());
    this.literals = new LiteralCode(declaration.records());
  }

  static Optional<TypeSpec> write(ClassDeclaration declaration, Marks marks) {
    return declaration.workflows().isEmpty()
        ? Optional.empty()
        : Optional.of(new StubsWriter(declaration, marks).write());
  }

  // public final class AnomalyDetectionWorkflows {
  //   private AnomalyDetectionWorkflows() {}
  //   ... a method for each stub ...
  // }
  private TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(stubs)
            .addJavadoc("Typed requests to run the workflows of {@link $T}.\n", owner())
            .addAnnotations(marks.generated())
            .addAnnotation(marks.compiledMethods(methodNames()))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addMethod(Constructors.hidden());
    marks
        .suppressions(List.of(declaration.type()), signatureTypes(), otherWarnings())
        .ifPresent(type::addAnnotation);
    for (WorkflowDeclaration workflow : declaration.workflows()) {
      for (int arity : workflow.arities()) {
        type.addMethod(stub(workflow, arity));
      }
    }
    return type.build();
  }

  private ClassName owner() {
    return ClassName.get(declaration.type());
  }

  private List<MethodNames> methodNames() {
    return declaration.workflows().stream()
        .map(workflow -> MethodNames.of(workflow.method(), workflow.descriptor()))
        .toList();
  }

  /**
   * A signature with a mistake is the user's to repair; that of its stub says it no second time.
   */
  private List<String> otherWarnings() {
    List<String> warnings = new ArrayList<>(marks.ofPublicSignatures());
    if (declaration.workflows().stream().anyMatch(workflow -> workflow.signature().isEmpty())) {
      warnings.addAll(List.of("rawtypes", "unchecked"));
    }
    return warnings;
  }

  private List<TypeMirror> signatureTypes() {
    return declaration.workflows().stream()
        .flatMap(workflow -> Marks.signature(workflow.method()).stream())
        .toList();
  }

  // public static WorkflowCall<String> detectAnomalies(List<Integer> points) {
  //   return WorkflowCall.of(
  //       AnomalyDetectionWorkflows.class, "shop.AnomalyDetection.detectAnomalies", points, 11);
  // }
  private MethodSpec stub(WorkflowDeclaration workflow, int arity) {
    ExecutableElement method = workflow.method();
    List<? extends VariableElement> parameters = method.getParameters();
    boolean whole = arity == parameters.size();
    MethodSpec.Builder stub =
        MethodSpec.methodBuilder(method.getSimpleName().toString())
            .addJavadoc(
                "Requests a run of {@link $T#$L}$L.\n",
                owner(),
                method.getSimpleName(),
                whole ? "" : " with the defaults of the parameters that are left out")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(
                ParameterizedTypeName.get(
                    ClassName.get(WorkflowCall.class), result(method.getReturnType())))
            .addTypeVariables(
                method.getTypeParameters().stream().map(TypeVariableName::get).toList())
            .varargs(whole && method.isVarArgs());
    marks.deprecated(method).ifPresent(stub::addAnnotation);
    List<CodeBlock> arguments = new ArrayList<>();
    for (VariableElement parameter : parameters.subList(0, arity)) {
      stub.addParameter(
          ParameterSpec.builder(
                  StubTypes.of(parameter.asType()), parameter.getSimpleName().toString())
              .build());
      arguments.add(CodeBlock.of("$L", parameter.getSimpleName()));
    }
    for (int i = arity; i < parameters.size(); i++) {
      arguments.add(literals.of(parameters.get(i).asType(), defaultOf(workflow, i)));
    }
    return stub.addStatement(
            "return $T.of($T.class, $L$L)",
            WorkflowCall.class,
            stubs,
            LiteralCode.text(workflow.id()),
            arguments(parameters, arguments))
        .build();
  }

  private static TypeName result(TypeMirror type) {
    return type.getKind() == TypeKind.VOID ? ClassName.get(Void.class) : StubTypes.of(type).box();
  }

  /** A lone null or array would be taken for all arguments at once. */
  private static CodeBlock arguments(
      List<? extends VariableElement> parameters, List<CodeBlock> arguments) {
    boolean alone = arguments.size() == 1 && !parameters.get(0).asType().getKind().isPrimitive();
    CodeBlock.Builder code = CodeBlock.builder();
    for (CodeBlock argument : arguments) {
      code.add(", ");
      if (alone) {
        code.add("($T) ", Object.class);
      }
      code.add(argument);
    }
    return code.build();
  }

  /** Of a workflow with a mistake nothing is known; its stub is there for the compiler only. */
  private static Literal defaultOf(WorkflowDeclaration workflow, int parameter) {
    return workflow
        .signature()
        .map(signature -> signature.parameters().get(parameter))
        .flatMap(Parameter::defaultValue)
        .orElseGet(Literal.NullLiteral::new);
  }
}
