package dev.jacquard.processor.analyze;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.jacquard.processor.analyze.Signatures.Lookup;
import dev.jacquard.processor.analyze.Signatures.TypeAnswer;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.model.Interfaces.ActorInterface;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Says why an actor cannot be made or used so, and what to do instead. */
final class ActorRefusals {

  private final Analysis analysis;

  ActorRefusals(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Reports a new actor where none may be made, or by a constructor that no graph may call. */
  void construction(
      BlockBuilder block,
      ExecutableElement constructor,
      Lookup<ActorInterface> lookup,
      Tree place) {
    String found = "'new " + CallAnalyzer.owner(constructor).getSimpleName() + "'";
    if (lookup instanceof Lookup.Broken) {
      analysis.abandon();
    } else if (block.isInLambda()) {
      analysis.report(place, BodyProblem.ACTOR_IN_LAMBDA, found);
    } else if (lookup instanceof Lookup.Found) {
      analysis.report(place, BodyProblem.ACTOR_PLACE, found + " in an expression");
    } else {
      refuse(constructor, place);
    }
  }

  private void refuse(ExecutableElement constructor, Tree place) {
    if (constructor.getModifiers().contains(Modifier.PRIVATE)) {
      report(
          place,
          "visible in the package of its class",
          "private",
          constructor,
          "Remove 'private'.");
      return;
    }
    int mistakes = analysis.reports();
    if (constructor.getTypeParameters().isEmpty()) {
      for (VariableElement parameter : constructor.getParameters()) {
        if (analysis.valueType(parameter.asType()) instanceof TypeAnswer.Refused) {
          String subject =
              "Parameter '" + parameter.getSimpleName() + "' of an actor's constructor";
          analysis.evaluations().valueType(parameter.asType(), subject, place);
          return;
        }
      }
    }
    if (analysis.reports() == mistakes) {
      report(
          place,
          "without type parameters, and of types that its own package sees",
          "",
          constructor,
          "Declare one of values.");
    }
  }

  private void report(
      Tree place, String expected, String word, ExecutableElement constructor, String wayOut) {
    String found = (word + " '" + constructor + "'").strip();
    analysis.report(place, BodyProblem.ACTOR_CONSTRUCTOR, expected, found, wayOut);
  }

  /** Reports an expression that chooses between actors. */
  Term choice(ExpressionTree tree) {
    analysis.report(tree, BodyProblem.ACTOR_PLACE, "'" + tree + "'");
    return Term.broken(analysis.trees().typeOf(tree));
  }

  /** Reports a comparison of actors. */
  Term comparison(ExpressionTree tree) {
    analysis.report(tree, BodyProblem.ACTOR_PASSED_ON, "'" + tree + "'");
    return Term.broken(analysis.trees().typeOf(tree));
  }

  /** Reports a method of an actor that is no task. */
  Term call(Invocation call) {
    String name = call.method().getSimpleName().toString();
    boolean closes = name.equals("close") && call.method().getParameters().isEmpty();
    Object found =
        call.place() instanceof MethodInvocationTree tree ? tree.getMethodSelect() : call.place();
    analysis.report(
        call.place(),
        BodyProblem.ACTOR_MEMBER,
        found,
        closes
            ? "Remove it: the end of the 'try', or of the block that made the actor, lets go of it."
            : isOfUser(call.method())
                ? "Mark the method @Task, or call it in one."
                : "Call it in a @Task of the actor.");
    return Term.broken(call.type());
  }

  private static boolean isOfUser(ExecutableElement method) {
    return !CallAnalyzer.owner(method).getQualifiedName().toString().startsWith("java.");
  }

  /** Reports a field of an actor. */
  Term field(MemberSelectTree tree) {
    analysis.report(
        tree, BodyProblem.ACTOR_MEMBER, tree, "Write a @Task that answers what it holds.");
    return Term.broken(analysis.trees().typeOf(tree));
  }

  /** Reports an assignment to a variable that holds an actor. */
  void assignment(VariableElement variable, Tree place) {
    analysis.report(place, BodyProblem.ACTOR_REASSIGNED, "'" + place + "'");
  }

  /** What stands before the dot of a call, or before the colons of a reference. */
  static @Nullable ExpressionTree qualifier(Tree place) {
    if (place instanceof MemberReferenceTree reference) {
      return reference.getQualifierExpression();
    }
    return place instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getExpression()
        : null;
  }

  /** Whether a class has a task that needs an instance, so that it was meant to be an actor. */
  boolean wasMeantToBeOne(TypeElement type) {
    return type.getEnclosedElements().stream()
        .anyMatch(
            member ->
                member instanceof ExecutableElement method
                    && !CallAnalyzer.isStatic(method)
                    && analysis.signatures().task(method) instanceof Lookup.Broken);
  }
}
