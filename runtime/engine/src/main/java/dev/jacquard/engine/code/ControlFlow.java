package dev.jacquard.engine.code;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Which instruction of a method may follow which, exceptions aside. */
final class ControlFlow {

  private final InsnList all;
  private final int[][] after;

  ControlFlow(MethodNode method) {
    this.all = method.instructions;
    this.after = new int[all.size()][];
    for (int i = 0; i < after.length; i++) {
      after[i] = followers(i).stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** Returns the places of the instructions that may follow the one at a place. */
  int[] after(int at) {
    return after[at];
  }

  private List<Integer> followers(int at) {
    List<Integer> next = new ArrayList<>(2);
    AbstractInsnNode each = all.get(at);
    if (each instanceof JumpInsnNode jump) {
      next.add(all.indexOf(jump.label));
    } else if (each instanceof TableSwitchInsnNode table) {
      add(table.dflt, table.labels, next);
    } else if (each instanceof LookupSwitchInsnNode lookup) {
      add(lookup.dflt, lookup.labels, next);
    }
    if (!endsPath(each.getOpcode()) && at + 1 < all.size()) {
      next.add(at + 1);
    }
    return next;
  }

  private void add(LabelNode otherwise, List<LabelNode> labels, List<Integer> next) {
    next.add(all.indexOf(otherwise));
    labels.forEach(label -> next.add(all.indexOf(label)));
  }

  private static boolean endsPath(int opcode) {
    return opcode == Opcodes.GOTO
        || opcode == Opcodes.RET
        || opcode == Opcodes.ATHROW
        || (opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN);
  }
}
