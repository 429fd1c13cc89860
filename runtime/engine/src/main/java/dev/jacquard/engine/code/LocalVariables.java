package dev.jacquard.engine.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The local variables of a method, wherever in its frame they are: for debuggers javac stores
 * constants that nobody reads, in slots that others would have without.
 *
 * <p>A variable is what its reads have in common: stores that reach one read are of one variable,
 * by the classic analysis of reaching definitions. A parameter is stored before the first
 * instruction.
 */
final class LocalVariables {

  private final InsnList all;
  private final ControlFlow flow;
  // The slot of each definition: of the parameters first, then of the stores in their order.
  private final List<Integer> slots = new ArrayList<>();
  private final Map<AbstractInsnNode, Integer> stores = new HashMap<>();
  private final Map<Integer, BitSet> definitionsOf = new HashMap<>();
  private final BitSet[] reaching;
  private final int[] parents;
  private final BitSet read = new BitSet();
  private final Map<Integer, Integer> numbers = new HashMap<>();

  private LocalVariables(MethodNode method) {
    this.all = method.instructions;
    this.flow = new ControlFlow(method);
    int parameters = addParameters(method);
    for (AbstractInsnNode each : all) {
      if (isStore(each)) {
        stores.put(each, slots.size());
        slots.add(((VarInsnNode) each).var);
      }
    }
    for (int i = 0; i < slots.size(); i++) {
      definitionsOf.computeIfAbsent(slots.get(i), slot -> new BitSet()).set(i);
    }
    this.reaching = new BitSet[all.size()];
    this.parents = new int[slots.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
    spread(parameters, method.tryCatchBlocks);
    join();
    for (int i = 0; i < parameters; i++) {
      number(i);
    }
  }

  static LocalVariables of(MethodNode method) {
    return new LocalVariables(method);
  }

  private int addParameters(MethodNode method) {
    int slot = 0;
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      slots.add(slot++);
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      slots.add(slot);
      slot += type.getSize();
    }
    return slots.size();
  }

  /** Whether an instruction pushes or stores a constant that nobody reads from the variable. */
  boolean isUnread(AbstractInsnNode each) {
    AbstractInsnNode store = isConstant(each) ? each.getNext() : each;
    Integer definition = stores.get(store);
    return definition != null
        && !read.get(definition)
        && store.getPrevious() != null
        && isConstant(store.getPrevious());
  }

  /** The number of the variable of an instruction: the parameters', then as they are met. */
  int number(AbstractInsnNode each) {
    Integer store = stores.get(each);
    int definition = store == null ? reached(each).nextSetBit(0) : store;
    return definition < 0 ? -1 - slot(each) : number(definition); // below zero: never carried out
  }

  private int number(int definition) {
    return numbers.computeIfAbsent(root(definition), root -> numbers.size());
  }

  private void spread(int parameters, List<TryCatchBlockNode> blocks) {
    if (reaching.length == 0) {
      return;
    }
    for (int i = 0; i < reaching.length; i++) {
      reaching[i] = new BitSet(slots.size());
    }
    reaching[0].set(0, parameters);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < reaching.length; i++) {
        BitSet after = after(i);
        for (int next : flow.after(i)) {
          changed |= add(after, next);
        }
      }
      for (TryCatchBlockNode block : blocks) {
        int handler = all.indexOf(block.handler);
        for (int i = all.indexOf(block.start); i < all.indexOf(block.end); i++) {
          changed |= add(reaching[i], handler);
        }
      }
    }
  }

  private BitSet after(int at) {
    Integer store = stores.get(all.get(at));
    if (store == null) {
      return reaching[at];
    }
    BitSet after = (BitSet) reaching[at].clone();
    after.andNot(definitionsOf.getOrDefault(slots.get(store), new BitSet()));
    after.set(store);
    return after;
  }

  private boolean add(BitSet definitions, int to) {
    int before = reaching[to].cardinality();
    reaching[to].or(definitions);
    return reaching[to].cardinality() > before;
  }

  private void join() {
    for (AbstractInsnNode each : all) {
      if (isRead(each)) {
        BitSet reached = reached(each);
        int first = reached.nextSetBit(0);
        for (int i = first; i >= 0; i = reached.nextSetBit(i + 1)) {
          parents[root(i)] = root(first);
          read.set(i);
        }
      }
    }
  }

  private BitSet reached(AbstractInsnNode read) {
    BitSet reached = (BitSet) reaching[all.indexOf(read)].clone();
    reached.and(definitionsOf.getOrDefault(slot(read), new BitSet()));
    return reached;
  }

  private int root(int definition) {
    int at = definition;
    while (parents[at] != at) {
      at = parents[at];
    }
    return at;
  }

  private static int slot(AbstractInsnNode each) {
    return each instanceof IincInsnNode increment ? increment.var : ((VarInsnNode) each).var;
  }

  private static boolean isRead(AbstractInsnNode each) {
    return each instanceof IincInsnNode || (each instanceof VarInsnNode && !isStore(each));
  }

  private static boolean isStore(AbstractInsnNode each) {
    return each.getOpcode() >= Opcodes.ISTORE && each.getOpcode() <= Opcodes.ASTORE;
  }

  private static boolean isConstant(AbstractInsnNode each) {
    return each.getOpcode() >= Opcodes.ACONST_NULL && each.getOpcode() <= Opcodes.LDC;
  }
}
