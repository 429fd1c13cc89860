package dev.jacquard.processor.analyze;

import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.Operand.ConstantOperand;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Primitive;
import dev.jacquard.processor.model.ValueType.PrimitiveType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code if} and early returns.
 *
 * <p>Where one arm returns, what follows goes into the other arm, so that it runs only there. Where
 * an arm returns on some of its paths, the branch says so by a flag, and what follows goes into a
 * branch on that.
 */
final class IfAnalyzer {

  private static final ValueType FLAG = new PrimitiveType(Primitive.BOOLEAN);

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final StatementAnalyzer statements;
  private final BranchMerge merge;

  /** An arm as far as it is read. */
  private record Arm(BlockBuilder block, Flow flow) {

    boolean hasReturned() {
      return flow instanceof Flow.Returned;
    }

    boolean isNormal() {
      return flow instanceof Flow.Normal;
    }
  }

  IfAnalyzer(Analysis analysis, ExpressionAnalyzer expressions, StatementAnalyzer statements) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.statements = statements;
    this.merge = new BranchMerge(analysis);
  }

  /**
   * Reads an {@code if}, and all that follows it unless both arms go on.
   *
   * @param rest what follows
   * @param last whether the method returns where the rest ends
   * @return normal where the rest is still to be read
   */
  Flow analyze(BlockBuilder block, IfTree tree, Statements rest, boolean last) {
    TypeMirror type = analysis.trees().typeOf(Primitive.BOOLEAN);
    Operand selector = expressions.operand(block, tree.getCondition(), type, null);
    Captures captures = new Captures();
    boolean ends = last && rest.isEmpty();
    Arm then = arm(block.arm(captures), tree.getThenStatement(), ends);
    Arm otherwise = arm(block.arm(captures), tree.getElseStatement(), ends);
    BranchMerge.Fork fork = new BranchMerge.Fork(block, selector, captures, tree, null);
    if (then.hasReturned() == otherwise.hasReturned()) {
      return follow(block, tree, join(fork, then, otherwise), rest, last);
    }
    return then.hasReturned()
        ? join(fork, then, complete(otherwise, tree, rest, last))
        : join(fork, complete(then, tree, rest, last), otherwise);
  }

  private Arm arm(BlockBuilder block, @Nullable StatementTree tree, boolean last) {
    List<StatementTree> list = tree == null ? List.of() : List.of(tree);
    return new Arm(block, statements.run(block, Statements.of(list), last));
  }

  private Arm complete(Arm arm, Tree tree, Statements rest, boolean last) {
    Flow flow =
        arm.isNormal()
            ? statements.run(arm.block, rest, last)
            : follow(arm.block, tree, arm.flow, rest, last);
    return new Arm(arm.block, flow);
  }

  /** Goes on after something that may have returned. */
  private Flow follow(BlockBuilder block, Tree tree, Flow flow, Statements rest, boolean last) {
    if (!(flow instanceof Flow.Sometimes sometimes)) {
      return flow;
    }
    if (rest.isEmpty()) {
      return last ? new Flow.Returned(null) : flow;
    }
    Captures captures = new Captures();
    BlockBuilder done = block.arm(captures);
    BlockBuilder open = block.arm(captures);
    Operand result = sometimes.result();
    Arm returned =
        new Arm(done, new Flow.Returned(result == null ? null : done.capture(result, "result")));
    Arm going = new Arm(open, statements.run(open, rest, last));
    return join(
        new BranchMerge.Fork(block, sometimes.flag(), captures, tree, null), returned, going);
  }

  private Flow join(BranchMerge.Fork fork, Arm then, Arm otherwise) {
    TypeMirror type = statements.result();
    List<ValueType> types = new ArrayList<>();
    boolean mixed = !then.isNormal() || !otherwise.isNormal();
    boolean flagged = mixed && !(then.hasReturned() && otherwise.hasReturned());
    if (flagged) {
      types.add(FLAG);
    }
    if (mixed && type != null) {
      types.add(analysis.evaluations().valueTypeIfAny(type));
    }
    List<Operand> outputs =
        merge.branch(
            fork, finished(then, types, flagged), finished(otherwise, types, flagged), types);
    if (!mixed) {
      return new Flow.Normal();
    }
    Operand result = type == null ? null : outputs.get(outputs.size() - 1);
    return flagged ? new Flow.Sometimes(outputs.get(0), result) : new Flow.Returned(result);
  }

  private static BranchMerge.Arm finished(Arm arm, List<ValueType> types, boolean flagged) {
    List<Operand> results = new ArrayList<>();
    Operand result = null;
    Operand flag = flag(arm.hasReturned());
    if (arm.flow instanceof Flow.Returned returned) {
      result = returned.result();
    } else if (arm.flow instanceof Flow.Sometimes sometimes) {
      result = sometimes.result();
      flag = sometimes.flag();
    }
    if (flagged) {
      results.add(flag);
    }
    if (types.size() > results.size()) {
      results.add(result == null ? Analysis.zero(types.get(results.size())) : result);
    }
    return new BranchMerge.Arm(arm.block, results, !arm.hasReturned());
  }

  private static Operand flag(boolean value) {
    return new ConstantOperand(FLAG, new ScalarLiteral(value));
  }
}
