package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import dev.jacquard.processor.analyze.Signatures.TypeAnswer;
import dev.jacquard.processor.model.NodeKind.Evaluate;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Puts computations into nodes. */
final class Evaluations {

  private final Analysis analysis;

  Evaluations(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Returns what a computation comes to, as something that a node can read: it becomes a node of
   * its own, at the end of the block, unless it is there already.
   *
   * @param name the variable that it is for; null: it is named for what it does
   */
  Operand operand(BlockBuilder block, Term term, Tree place, @Nullable String name) {
    return operand(block, block.size(), term, place, name);
  }

  private Operand operand(
      BlockBuilder block, int index, Term term, Tree place, @Nullable String name) {
    Operand operand = term.operand();
    if (operand != null) {
      return operand;
    }
    ValueType type = valueType(term.type(), "This expression", place);
    String id = name == null ? ExpressionNames.of(term.expression()) : name;
    return block.insert(index, id, place, List.of(type), new Evaluate(term.expression())).get(0);
  }

  /** The value type of a static type; where it has none, that is reported. */
  ValueType valueType(TypeMirror type, String subject, Tree place) {
    if (type.getKind() == TypeKind.NULL) {
      return new ValueType.ScalarType(ValueType.Scalar.STRING);
    }
    TypeAnswer answer = analysis.valueType(type);
    if (answer instanceof TypeAnswer.Known known) {
      return known.type();
    }
    if (answer instanceof TypeAnswer.Refused refused) {
      List<Object> words = new ArrayList<>(refused.words());
      words.add(0, subject);
      analysis.report(place, refused.problem(), words.toArray());
      return new ValueType.ScalarType(ValueType.Scalar.STRING);
    }
    throw new InvalidJava();
  }

  /** The value type of a static type that is reported elsewhere where it has none. */
  ValueType valueTypeIfAny(TypeMirror type) {
    return analysis.valueType(type) instanceof TypeAnswer.Known known
        ? known.type()
        : new ValueType.ScalarType(ValueType.Scalar.STRING);
  }

  /** Begins a computation of several parts, from left to right. */
  Sequence sequence(BlockBuilder block) {
    return new Sequence(block);
  }

  /**
   * The parts of one computation. Where a part brings nodes of its own, what stands before it and
   * may fail is put into a node before them: it would have failed first.
   */
  final class Sequence {

    private final BlockBuilder block;
    private final List<Term> terms = new ArrayList<>();
    private final List<Tree> places = new ArrayList<>();
    private int end;

    private Sequence(BlockBuilder block) {
      this.block = block;
      this.end = block.size();
    }

    /** Adds the next part, which was analyzed after all parts before it were added. */
    void add(Term term, Tree place) {
      if (block.size() > end) {
        for (int i = 0; i < terms.size(); i++) {
          settle(i);
        }
      }
      terms.add(term);
      places.add(place);
      end = block.size();
    }

    private void settle(int i) {
      Term term = terms.get(i);
      if (term.fallible()) {
        Operand operand = operand(block, end++, term, places.get(i), null);
        terms.set(i, Term.of(operand, term.type()));
      }
    }

    List<Term> terms() {
      return terms;
    }
  }
}
