package dev.jacquard.processor.analyze;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.jacquard.processor.model.Operand;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the statements of one method or lambda. */
final class StatementAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final IfAnalyzer ifs;
  private final ResourceAnalyzer resources;
  private final @Nullable TypeMirror result;

  /** Creates an analyzer for a body that returns the given type; null where it returns nothing. */
  StatementAnalyzer(
      Analysis analysis, ExpressionAnalyzer expressions, @Nullable TypeMirror result) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.result = result;
    this.resources = new ResourceAnalyzer(analysis, expressions);
    this.ifs = new IfAnalyzer(analysis, expressions, this);
  }

  /** The type that the body returns; null where it returns nothing. */
  @Nullable TypeMirror result() {
    return result;
  }

  /** Reads a whole body; returns its results. */
  List<Operand> body(BlockBuilder block, BlockTree tree) {
    Flow flow = run(block, Statements.of(tree.getStatements()), result == null);
    if (flow instanceof Flow.Returned returned) {
      return returned.result() == null ? List.of() : List.of(returned.result());
    }
    if (analysis.reports() > 0) {
      return List.of();
    }
    throw new InvalidJava();
  }

  /**
   * Reads statements to their end.
   *
   * @param last whether the method returns where they end
   */
  Flow run(BlockBuilder block, Statements statements, boolean last) {
    Statements left = statements;
    while (!left.isEmpty()) {
      TryTree ending = left.ending();
      if (ending != null) {
        resources.close(block, ending);
        left = left.left();
        continue;
      }
      StatementTree statement = left.first();
      left = left.rest();
      if (statement instanceof BlockTree nested) {
        left = left.after(nested.getStatements());
      } else if (statement instanceof TryTree it && ResourceAnalyzer.hasNoGuard(it)) {
        resources.open(block, it);
        left = left.after(it);
      } else if (statement instanceof IfTree it) {
        Flow flow = ifs.analyze(block, it, left, last);
        if (!(flow instanceof Flow.Normal)) {
          return flow;
        }
      } else if (statement instanceof ReturnTree it) {
        return new Flow.Returned(returned(block, it.getExpression()));
      } else if (statement instanceof ThrowTree) {
        Refusals.statement(analysis, statement);
        return new Flow.Returned(result == null ? null : Analysis.nothing());
      } else {
        simple(block, statement);
      }
    }
    return last ? new Flow.Returned(null) : new Flow.Normal();
  }

  private @Nullable Operand returned(BlockBuilder block, @Nullable ExpressionTree value) {
    if (value == null || result == null || result.getKind() == TypeKind.VOID) {
      return null;
    }
    return expressions.operand(block, value, result, null);
  }

  private void simple(BlockBuilder block, StatementTree statement) {
    if (statement instanceof ExpressionStatementTree it) {
      expressions.discard(block, it.getExpression());
    } else if (statement instanceof VariableTree it) {
      expressions.assignments().declaration(block, it);
    } else if (!(statement instanceof EmptyStatementTree)) {
      Refusals.statement(analysis, statement);
    }
  }
}
