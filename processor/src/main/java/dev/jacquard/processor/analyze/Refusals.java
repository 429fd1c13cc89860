package dev.jacquard.processor.analyze;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.diagnostic.CommonProblem;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Says why something is no part of the language, and what to do instead. */
final class Refusals {

  private static final String MOVE = "Move this into a @Task.";

  private Refusals() {}

  /** Reports a statement that is no part of the language, or not yet. */
  static void statement(Analysis analysis, StatementTree tree) {
    switch (tree.getKind()) {
      case WHILE_LOOP -> notYet(analysis, tree, "A loop", "'while'", "Use map, or a @Task.");
      case DO_WHILE_LOOP -> notYet(analysis, tree, "A loop", "'do'", "Use map, or a @Task.");
      case FOR_LOOP ->
          notYet(analysis, tree, "A loop", "'for'", "Use map over range(n), or a @Task.");
      case ENHANCED_FOR_LOOP -> forEach(analysis, (EnhancedForLoopTree) tree);
      case LABELED_STATEMENT ->
          jump(analysis, tree, "'" + ((LabeledStatementTree) tree).getLabel() + ":'");
      case BREAK -> jump(analysis, tree, "'break'");
      case CONTINUE -> jump(analysis, tree, "'continue'");
      case SWITCH -> notYet(analysis, tree, "A switch", "'switch'", "Use if and else.");
      case TRY -> guard(analysis, (TryTree) tree);
      case THROW -> notYet(analysis, tree, "A throw", "'throw'", "Throw in a @Task.");
      case YIELD -> notYet(analysis, tree, "A switch", "'yield'", "Use if and else.");
      case ASSERT ->
          never(analysis, tree, "'assert', which runs in some JVMs alone", "Check it in a @Task.");
      case SYNCHRONIZED ->
          never(
              analysis,
              tree,
              "'synchronized'",
              "A workflow shares nothing; what needs a lock belongs into a @Task.");
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE ->
          never(analysis, tree, "a local class", "Declare it outside of the method.");
      case ERRONEOUS -> throw new InvalidJava();
      default -> never(analysis, tree, "'" + tree + "'", MOVE);
    }
  }

  private static void forEach(Analysis analysis, EnhancedForLoopTree tree) {
    UnorderedViews views = new UnorderedViews(analysis.trees());
    if (views.isUnordered(tree.getExpression())) {
      unordered(analysis, tree.getExpression());
    } else {
      notYet(analysis, tree, "A loop", "'for'", "Use map over the list, or a @Task.");
    }
  }

  private static void guard(Analysis analysis, TryTree tree) {
    if (tree.getCatches().isEmpty()) {
      String wayOut = "Do it inside of the @Task.";
      notYet(analysis, tree.getFinallyBlock(), "A guard", "'finally'", wayOut);
    } else {
      String wayOut = "Catch inside of the @Task.";
      notYet(analysis, tree.getCatches().get(0), "A guard", "'catch'", wayOut);
    }
  }

  private static void jump(Analysis analysis, StatementTree tree, String found) {
    notYet(analysis, tree, "A jump", found, "Use if and return.");
  }

  private static void notYet(
      Analysis analysis, Tree place, String subject, String found, String wayOut) {
    analysis.report(place, CommonProblem.NOT_YET_SUPPORTED, subject, found, wayOut);
  }

  private static void never(Analysis analysis, Tree place, String found, String wayOut) {
    analysis.report(place, BodyProblem.UNSUPPORTED_STATEMENT, found, wayOut);
  }

  private static void unordered(Analysis analysis, Tree place) {
    analysis.report(place, BodyProblem.UNORDERED_ITERATION, "'" + place + "'");
  }

  /** Reports an expression that is no part of the language, or not yet. */
  static Term expression(Analysis analysis, ExpressionTree tree) {
    switch (tree.getKind()) {
      case LAMBDA_EXPRESSION, MEMBER_REFERENCE ->
          unsupported(
              analysis,
              tree,
              "a function outside of a verb's call",
              "Write it in the call of map, filter or flatMap itself.");
      case SWITCH_EXPRESSION ->
          notYet(analysis, tree, "A switch", "'switch'", "Use if and else, or '?:'.");
      case INSTANCE_OF ->
          notYet(analysis, tree, "A type test", "'" + tree + "'", "Ask in a @Task.");
      case NEW_CLASS ->
          unsupported(analysis, tree, "an anonymous class", "Use a record, or a @Task.");
      case NEW_ARRAY ->
          unsupported(
              analysis,
              tree,
              "an array that is not one of primitives with its elements written out",
              "Use List.of, or make it in a @Task.");
      case MEMBER_SELECT, IDENTIFIER ->
          unsupported(analysis, tree, "'" + tree + "', which is no value", MOVE);
      case ERRONEOUS -> throw new InvalidJava();
      default -> unsupported(analysis, tree, "'" + tree + "'", MOVE);
    }
    return Term.broken(analysis.trees().typeOf(tree));
  }

  private static void unsupported(Analysis analysis, Tree place, String found, String wayOut) {
    analysis.report(place, BodyProblem.UNSUPPORTED_EXPRESSION, found, wayOut);
  }

  /** Reports what a verb is given in place of a function. */
  static void function(Analysis analysis, ExpressionTree tree) {
    unsupported(
        analysis,
        tree,
        "'" + tree + "' as the body of a verb",
        "Write a lambda there, or a reference to a task, workflow, record or listed function.");
  }

  /** Reports a call of what no body may call. */
  static Term call(Analysis analysis, Invocation call) {
    UnorderedViews views = new UnorderedViews(analysis.trees());
    if (views.isMadeBy(call)) {
      unordered(analysis, call.place());
    } else {
      Object found =
          call.place() instanceof MethodInvocationTree tree ? tree.getMethodSelect() : call.place();
      String wayOut = new CallAdvice(analysis.trees()).wayOut(call.method());
      analysis.report(call.place(), BodyProblem.UNKNOWN_CALL, found, wayOut);
    }
    return Term.broken(call.type());
  }

  /** Reports a verb that cannot stand here, or not yet. */
  static void verb(Analysis analysis, Tree place, ExecutableElement method) {
    String name = method.getSimpleName().toString();
    switch (name) {
      case "tryMap" -> notYet(analysis, place, "A verb", "'tryMap'", "Use map.");
      case "reduce" -> notYet(analysis, place, "A verb", "'reduce'", "Reduce in a @Task.");
      case "parallel" ->
          notYet(analysis, place, "A verb", "'parallel'", "Call the tasks one after another.");
      case "sleep" -> notYet(analysis, place, "A verb", "'sleep'", "Wait in a @Task.");
      default ->
          unsupported(
              analysis,
              place,
              "the option '" + name + "' outside of a verb's call",
              "Write it as an argument of the verb.");
    }
  }

  /** Reports {@code new} of what is no record. */
  static Term construction(Analysis analysis, TypeElement type, Arguments arguments, Tree place) {
    UnorderedViews views = new UnorderedViews(analysis.trees());
    if (views.isCollection(type.asType())
        && arguments.size() > 0
        && views.isUnordered(arguments, 0)) {
      unordered(analysis, place);
    } else {
      analysis.report(place, BodyProblem.NOT_AN_ACTOR, "'new " + type.getSimpleName() + "'");
    }
    return Term.broken(type.asType());
  }
}
