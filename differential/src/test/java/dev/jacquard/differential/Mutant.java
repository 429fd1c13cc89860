package dev.jacquard.differential;

import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A mistake planted into the byte code of one method of the processor or the engine.
 *
 * @param mistake what goes wrong, for people
 * @param className binary name of the class
 * @param method its method
 * @param change what is done to the method's code
 */
record Mutant(String mistake, String className, String method, Consumer<MethodNode> change) {

  /** Turns the condition of the {@code place}-th conditional jump around. */
  static Consumer<MethodNode> negatedJump(int place) {
    return method -> {
      int seen = 0;
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof JumpInsnNode jump
            && jump.getOpcode() != Opcodes.GOTO
            && seen++ == place) {
          jump.setOpcode(negated(jump.getOpcode()));
          return;
        }
      }
      throw new AssertionError(
          method.name + " must have more than " + place + " conditional jumps");
    };
  }

  private static int negated(int opcode) {
    if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
      return opcode ^ 1;
    }
    return ((opcode + 1) ^ 1) - 1;
  }

  /** Calls another method of the same class and descriptor wherever this one is called. */
  static Consumer<MethodNode> otherCall(String name, String instead) {
    return method -> {
      boolean found = false;
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof MethodInsnNode call && call.name.equals(name)) {
          call.name = instead;
          found = true;
        }
      }
      require(found, method, name);
    };
  }

  /** Leaves the method at once with this answer. */
  static Consumer<MethodNode> answers(boolean answer) {
    return method -> {
      clear(method);
      method.instructions.add(new InsnNode(answer ? Opcodes.ICONST_1 : Opcodes.ICONST_0));
      method.instructions.add(new InsnNode(Opcodes.IRETURN));
    };
  }

  /** Leaves a void method at once. */
  static Consumer<MethodNode> doesNothing() {
    return method -> {
      clear(method);
      method.instructions.add(new InsnNode(Opcodes.RETURN));
    };
  }

  private static void clear(MethodNode method) {
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    method.localVariables.clear();
  }

  /** Uses another constant or instruction without operands wherever this one stands. */
  static Consumer<MethodNode> otherInstruction(int opcode, int instead) {
    return method -> {
      boolean found = false;
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == opcode) {
          method.instructions.set(instruction, new InsnNode(instead));
          found = true;
        }
      }
      require(found, method, "opcode " + opcode);
    };
  }

  /** Uses another constant wherever this one stands. */
  static Consumer<MethodNode> otherConstant(Object constant, Object instead) {
    return method -> {
      boolean found = false;
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof LdcInsnNode ldc && ldc.cst.equals(constant)) {
          ldc.cst = instead;
          found = true;
        }
      }
      require(found, method, String.valueOf(constant));
    };
  }

  private static void require(boolean found, MethodNode method, String what) {
    if (!found) {
      throw new AssertionError(method.name + " must have " + what + " for this mutant");
    }
  }

  @Override
  public String toString() {
    return mistake;
  }
}
