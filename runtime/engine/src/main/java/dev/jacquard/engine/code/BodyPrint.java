package dev.jacquard.engine.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The instructions of a method, without those that javac writes only for debuggers: for a local
 * variable that is a constant, a store that nobody reads. Local variables are known by their order.
 */
final class BodyPrint {

  private final CanonicalDigest digest;
  private final LocalVariables variables;
  private final List<AbstractInsnNode> kept = new ArrayList<>();
  private final Map<LabelNode, Integer> places = new HashMap<>();

  private BodyPrint(LocalVariables variables, CanonicalDigest digest) {
    this.variables = variables;
    this.digest = digest;
  }

  static void add(MethodNode method, CanonicalDigest digest) {
    new BodyPrint(LocalVariables.of(method), digest).add(method);
  }

  private void add(MethodNode method) {
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof LabelNode label) {
        places.put(label, kept.size());
      } else if (each.getOpcode() >= 0 && !variables.isUnread(each)) {
        kept.add(each);
      }
    }
    digest.number(kept.size());
    kept.forEach(this::instruction);
    digest.number(method.tryCatchBlocks.size());
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      digest.number(at(block.start));
      digest.number(at(block.end));
      digest.number(at(block.handler));
      digest.type(block.type);
    }
  }

  private void instruction(AbstractInsnNode each) {
    digest.number(each.getOpcode());
    if (each instanceof IntInsnNode operand) {
      digest.number(operand.operand);
    } else if (each instanceof VarInsnNode variable) {
      digest.number(variables.number(variable));
    } else if (each instanceof IincInsnNode increment) {
      digest.number(variables.number(increment));
      digest.number(increment.incr);
    } else if (each instanceof TypeInsnNode type) {
      digest.type(type.desc);
    } else if (each instanceof FieldInsnNode field) {
      member(field.owner, field.name, field.desc);
    } else if (each instanceof MethodInsnNode call) {
      member(call.owner, call.name, call.desc);
      digest.number(call.itf ? 1 : 0);
    } else if (each instanceof InvokeDynamicInsnNode dynamic) {
      dynamic(dynamic);
    } else if (each instanceof LdcInsnNode load) {
      digest.constant(load.cst);
    } else if (each instanceof MultiANewArrayInsnNode array) {
      digest.descriptor(array.desc);
      digest.number(array.dims);
    } else {
      jump(each);
    }
  }

  private void member(String owner, String name, String descriptor) {
    digest.type(owner);
    digest.text(name);
    digest.descriptor(descriptor);
  }

  private void dynamic(InvokeDynamicInsnNode dynamic) {
    digest.text(dynamic.name);
    digest.descriptor(dynamic.desc);
    digest.handle(dynamic.bsm);
    digest.number(dynamic.bsmArgs.length);
    for (Object argument : dynamic.bsmArgs) {
      digest.constant(argument);
    }
  }

  private void jump(AbstractInsnNode each) {
    if (each instanceof JumpInsnNode jump) {
      place(jump.label);
    } else if (each instanceof TableSwitchInsnNode table) {
      digest.number(table.min);
      digest.number(table.max);
      place(table.dflt);
      table.labels.forEach(this::place);
    } else if (each instanceof LookupSwitchInsnNode lookup) {
      digest.number(lookup.keys.size());
      lookup.keys.forEach(digest::number);
      place(lookup.dflt);
      lookup.labels.forEach(this::place);
    }
  }

  private int at(LabelNode label) {
    return Objects.requireNonNull(places.get(label));
  }

  // Without the stores javac jumps past a jump, and with them to it.
  private void place(LabelNode label) {
    int at = at(label);
    for (int hops = 0; hops < kept.size() && at < kept.size(); hops++) {
      if (kept.get(at).getOpcode() != Opcodes.GOTO) {
        break;
      }
      at = at(((JumpInsnNode) kept.get(at)).label);
    }
    digest.number(at);
  }
}
