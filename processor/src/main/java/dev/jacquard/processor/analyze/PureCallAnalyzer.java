package dev.jacquard.processor.analyze;

import dev.jacquard.processor.analyze.Signatures.TypeAnswer;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.Invoke;
import dev.jacquard.processor.model.Expression.ReadComponent;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Component;
import dev.jacquard.processor.model.ValueType.Definition.RecordDefinition;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an expression may call: functions of the closed list, and implicit accessors of
 * records.
 */
final class PureCallAnalyzer {

  private final Analysis analysis;
  private final UserCodeCheck userCode;

  PureCallAnalyzer(Analysis analysis) {
    this.analysis = analysis;
    this.userCode = new UserCodeCheck(analysis);
  }

  /** Reads a call; null where it is of nothing that an expression may call. */
  @Nullable Term call(BlockBuilder block, Invocation call) {
    String function = analysis.functions().find(call.method());
    if (function != null) {
      return function(block, call, function);
    }
    return isAccessor(call.method()) ? component(block, call) : null;
  }

  private static boolean isAccessor(ExecutableElement method) {
    return CallAnalyzer.owner(method).getKind() == ElementKind.RECORD
        && CallAnalyzer.owner(method).getRecordComponents().stream()
            .anyMatch(component -> method.equals(component.getAccessor()));
  }

  private Term component(BlockBuilder block, Invocation call) {
    if (call.receiver() == null) {
      throw new InvalidJava();
    }
    Term value = call.receiver().apply(block);
    TypeMirror owner = CallAnalyzer.owner(call.method()).asType();
    if (value.broken()
        || !(analysis.valueType(owner) instanceof TypeAnswer.Known known)
        || !(known.type() instanceof ValueType.DefinedType type)
        || !(analysis.definition(type.name()) instanceof RecordDefinition record)) {
      return value.broken() ? Term.broken(call.type()) : Refusals.call(analysis, call);
    }
    String name = call.method().getSimpleName().toString();
    if (!record.implicit().accessors().contains(name)) {
      analysis.report(
          call.place(),
          BodyProblem.USER_CODE_IN_EXPRESSION,
          "the accessor '" + name + "' that " + simpleName(record.name()) + " declares");
      return Term.broken(call.type());
    }
    List<String> names = record.components().stream().map(Component::name).toList();
    return Term.of(
        new ReadComponent(record.name(), names.indexOf(name), value.expression()),
        call.type(),
        value);
  }

  private Term function(BlockBuilder block, Invocation call, String function) {
    Evaluations.Sequence parts = analysis.evaluations().sequence(block);
    boolean sound = true;
    if (!CallAnalyzer.isStatic(call.method())) {
      if (call.receiver() == null) {
        throw new InvalidJava();
      }
      Term receiver = call.receiver().apply(block);
      sound = userCode.allowsCall(function, receiver, call.place());
      parts.add(receiver, call.place());
    }
    List<? extends VariableElement> parameters = call.method().getParameters();
    for (int i = 0; i < call.arguments().size(); i++) {
      TypeMirror to = i < parameters.size() ? parameters.get(i).asType() : call.arguments().type(i);
      Term argument = call.arguments().read(block, i, to);
      sound = sound && userCode.allowsCall(function, argument, call.arguments().place(i));
      parts.add(converted(argument, i, parameters), call.arguments().place(i));
    }
    if (!sound) {
      return Term.broken(call.type());
    }
    List<Expression> arguments = parts.terms().stream().map(Term::expression).toList();
    return Term.of(new Invoke(function, arguments), call.type(), parts.terms());
  }

  private Term converted(Term term, int index, List<? extends VariableElement> parameters) {
    if (term.broken() || index >= parameters.size()) {
      return term;
    }
    TypeMirror type = parameters.get(index).asType();
    return type.getKind().isPrimitive()
        ? analysis
            .conversions()
            .toPrimitive(term, ValueType.Primitive.valueOf(type.getKind().name()))
        : term;
  }

  static String simpleName(String binaryName) {
    return binaryName.substring(
        Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
  }
}
