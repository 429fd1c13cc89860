package dev.jacquard.processor.analyze;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** The arguments of a call, which are read one after another. */
interface Arguments {

  int size();

  TypeMirror type(int index);

  /** Reads an argument for a parameter of the given type; it is not yet converted to it. */
  Term read(BlockBuilder block, int index, TypeMirror to);

  Tree place(int index);

  /** Arguments as the source writes them. */
  static Arguments of(
      List<? extends ExpressionTree> trees, TreeTypes types, ExpressionAnalyzer expressions) {
    return new Arguments() {
      @Override
      public int size() {
        return trees.size();
      }

      @Override
      public TypeMirror type(int index) {
        return types.typeOf(trees.get(index));
      }

      @Override
      public Term read(BlockBuilder block, int index, TypeMirror to) {
        return expressions.analyzeFor(block, trees.get(index), to, null);
      }

      @Override
      public Tree place(int index) {
        return trees.get(index);
      }
    };
  }

  /** Arguments that a method reference passes on. */
  static Arguments of(List<Term> terms, Tree reference) {
    return new Arguments() {
      @Override
      public int size() {
        return terms.size();
      }

      @Override
      public TypeMirror type(int index) {
        return terms.get(index).type();
      }

      @Override
      public Term read(BlockBuilder block, int index, TypeMirror to) {
        return terms.get(index);
      }

      @Override
      public Tree place(int index) {
        return reference;
      }
    };
  }
}
