package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import dev.jacquard.processor.analyze.Signatures.TypeAnswer;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.model.Expression.Invoke;
import dev.jacquard.processor.model.ValueType;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no expression runs what the user wrote, nor depends on the order of a set or map.
 */
final class UserCodeCheck {

  // They compare elements, keys or values, with their own equals.
  private static final Set<String> COMPARING =
      Set.of(
          "equals",
          "contains",
          "containsAll",
          "containsKey",
          "containsValue",
          "get",
          "getOrDefault",
          "hashCode",
          "indexOf",
          "lastIndexOf");

  private final Analysis analysis;

  UserCodeCheck(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Whether a value may be turned into text; if not, that is reported. */
  boolean allowsText(Term term, Tree place) {
    ValueType type = reference(term, place);
    if (type == null) {
      return true;
    }
    OwnMethods own = new OwnMethods(analysis, OwnMethods.Method.TO_TEXT);
    if (own.isUnordered(type)) {
      analysis.report(
          place, BodyProblem.UNORDERED_ITERATION, "the text of '" + place + "', of " + term.type());
      return false;
    }
    return allows(own, type, place);
  }

  /** Whether a function of the closed list may be given a value; if not, that is reported. */
  boolean allowsCall(String function, Term term, Tree place) {
    String path = function.substring(0, function.indexOf('('));
    if (!COMPARING.contains(path.substring(path.lastIndexOf('.') + 1))) {
      return true;
    }
    ValueType type = reference(term, place);
    return type == null || allows(new OwnMethods(analysis, OwnMethods.Method.EQUALS), type, place);
  }

  /** Whether an expression may ask if two values are equal. */
  boolean allowsEquals(Term left, Term right) {
    OwnMethods own = new OwnMethods(analysis, OwnMethods.Method.EQUALS);
    return Stream.of(left, right)
        .map(side -> analysis.valueType(side.type()))
        .allMatch(
            type -> !(type instanceof TypeAnswer.Known known) || own.find(known.type()) == null);
  }

  private boolean allows(OwnMethods own, ValueType type, Tree place) {
    String found = own.find(type);
    if (found == null) {
      return true;
    }
    analysis.report(place, BodyProblem.USER_CODE_IN_EXPRESSION, found);
    return false;
  }

  private @Nullable ValueType reference(Term term, Tree place) {
    if (term.broken()
        || term.type().getKind().isPrimitive()
        || term.type().getKind() == TypeKind.NULL
        || isEmpty(term)) {
      return null;
    }
    if (analysis.valueType(term.type()) instanceof TypeAnswer.Known known) {
      return known.type();
    }
    return analysis.evaluations().valueType(term.type(), "This expression", place);
  }

  // Optional.empty() and List.of(): of Object, where nothing asks for another type.
  private static boolean isEmpty(Term term) {
    return term.expression() instanceof Invoke call && call.arguments().isEmpty();
  }
}
