package dev.jacquard.processor.declare;

import dev.jacquard.processor.model.ValueType.Implicit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/**
 * Tells implicit members of a record by their instructions. What was written by hand and does just
 * the same counts as implicit, since nothing else of the user's runs.
 */
final class RecordInstructions extends ClassVisitor {

  private static final int API = Opcodes.ASM9;
  private static final String OBJECT_METHODS = "java/lang/runtime/ObjectMethods";

  /** Descriptors by name, in the order of the header. */
  private final Map<String, String> components = new LinkedHashMap<>();

  /** The instructions of each method that may be implicit, by name and descriptor. */
  private final Map<String, List<String>> methods = new LinkedHashMap<>();

  private String name = "";

  private RecordInstructions() {
    super(API);
  }

  static Implicit read(ClassReader reader) {
    RecordInstructions record = new RecordInstructions();
    reader.accept(record, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return record.facts();
  }

  @Override
  public void visit(
      int version,
      int access,
      String className,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    name = className;
  }

  @Override
  public @Nullable RecordComponentVisitor visitRecordComponent(
      String component, String descriptor, @Nullable String signature) {
    components.put(component, descriptor);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    List<String> instructions = new ArrayList<>();
    methods.put(method + descriptor, instructions);
    return new Recorder(instructions);
  }

  private Implicit facts() {
    List<String> accessors =
        components.entrySet().stream()
            .filter(component -> isAccessor(component.getKey(), component.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return new Implicit(
        isCanonicalConstructor(),
        accessors,
        has("equals(Ljava/lang/Object;)Z", List.of("25 0", "25 1", OBJECT_METHODS, "172")),
        has("toString()Ljava/lang/String;", List.of("25 0", OBJECT_METHODS, "176")));
  }

  private boolean isAccessor(String component, String descriptor) {
    int returns = Type.getType(descriptor).getOpcode(Opcodes.IRETURN);
    return has(
        component + "()" + descriptor,
        List.of("25 0", field(Opcodes.GETFIELD, component, descriptor), String.valueOf(returns)));
  }

  private boolean isCanonicalConstructor() {
    List<String> expected = new ArrayList<>();
    expected.add("25 0");
    expected.add(Opcodes.INVOKESPECIAL + " java/lang/Record.<init>()V");
    StringBuilder descriptor = new StringBuilder("<init>(");
    int slot = 1;
    for (Map.Entry<String, String> component : components.entrySet()) {
      Type type = Type.getType(component.getValue());
      expected.add("25 0");
      expected.add(type.getOpcode(Opcodes.ILOAD) + " " + slot);
      expected.add(field(Opcodes.PUTFIELD, component.getKey(), component.getValue()));
      descriptor.append(component.getValue());
      slot += type.getSize();
    }
    expected.add(String.valueOf(Opcodes.RETURN));
    return has(descriptor.append(")V").toString(), expected);
  }

  private boolean has(String method, List<String> instructions) {
    return instructions.equals(methods.get(method));
  }

  private String field(int opcode, String field, String descriptor) {
    return opcode + " " + name + "." + field + ":" + descriptor;
  }

  /** Writes down instructions as texts; those that no implicit member has as what they are. */
  private static final class Recorder extends MethodVisitor {

    private final List<String> instructions;

    Recorder(List<String> instructions) {
      super(API);
      this.instructions = instructions;
    }

    @Override
    public void visitInsn(int opcode) {
      instructions.add(String.valueOf(opcode));
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
      instructions.add(opcode + " " + slot);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      instructions.add(opcode + " " + owner + "." + field + ":" + descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean isInterface) {
      instructions.add(opcode + " " + owner + "." + method + descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String descriptor, Handle bootstrap, Object... arguments) {
      instructions.add(bootstrap.getOwner());
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      instructions.add("other");
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      instructions.add("other");
    }

    @Override
    public void visitJumpInsn(int opcode, org.objectweb.asm.Label label) {
      instructions.add("other");
    }

    @Override
    public void visitLdcInsn(Object value) {
      instructions.add("other");
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
      instructions.add("other");
    }
  }
}
