package dev.jacquard.processor.analyze;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.diagnostic.Problem;

/** Where in a verb's call a mistake of an option stands. */
final class OptionPlace {

  private OptionPlace() {}

  /**
   * The option's argument, for a mistake that is one's; else the call.
   *
   * @param found the words of the problem, of which the first is the option's name
   */
  static Tree of(Tree call, Problem problem, Object... found) {
    if (problem == BodyProblem.BAD_OPTION && call instanceof MethodInvocationTree verb) {
      for (ExpressionTree argument : verb.getArguments()) {
        if (ExpressionAnalyzer.withoutParentheses(argument) instanceof MethodInvocationTree option
            && nameOf(option.getMethodSelect()).equals(found[0])
            && !option.getArguments().isEmpty()) {
          return option.getArguments().get(0);
        }
      }
    }
    return call;
  }

  private static String nameOf(ExpressionTree method) {
    if (method instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    }
    return method instanceof IdentifierTree name ? name.getName().toString() : "";
  }
}
