package dev.jacquard.engine.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/** Reads one class file into {@link ClassFacts}. */
final class ClassFactsReader extends ClassVisitor {

  private static final String WORKFLOW = "Ldev/jacquard/Workflow;";

  private final List<ClassFacts.Method> methods = new ArrayList<>();
  private final List<ClassFacts.Component> components = new ArrayList<>();
  private final List<String> constants = new ArrayList<>();
  private final List<String> permitted = new ArrayList<>();
  private List<String> interfaces = List.of();
  private String name = "";
  private String parent = "";
  private int access;

  private ClassFactsReader() {
    super(Opcodes.ASM9);
  }

  static ClassFacts read(byte[] classFile) {
    ClassFactsReader reader = new ClassFactsReader();
    new ClassReader(classFile)
        .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ClassFacts(
        reader.name,
        reader.access,
        reader.parent,
        reader.interfaces,
        List.copyOf(reader.methods),
        List.copyOf(reader.components),
        List.copyOf(reader.constants),
        List.copyOf(reader.permitted));
  }

  @Override
  public void visit(
      int version,
      int flags,
      String internalName,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaceNames) {
    name = binary(internalName);
    access = flags;
    parent = superName == null ? "" : binary(superName);
    interfaces =
        interfaceNames == null
            ? List.of()
            : List.of(interfaceNames).stream().map(ClassFactsReader::binary).toList();
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int flags,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if ((flags & Opcodes.ACC_ENUM) != 0) {
      constants.add(field);
    }
    return null;
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String component, String descriptor, @Nullable String signature) {
    components.add(
        new ClassFacts.Component(
            component, JavaTypeReader.type(signature == null ? descriptor : signature)));
    return new RecordComponentVisitor(Opcodes.ASM9) {};
  }

  @Override
  public void visitPermittedSubclass(String internalName) {
    permitted.add(binary(internalName));
  }

  @Override
  public MethodVisitor visitMethod(
      int flags,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    List<JavaType> types = JavaTypeReader.method(signature == null ? descriptor : signature);
    return new MethodVisitor(Opcodes.ASM9) {
      private @Nullable String workflow;

      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        if (!annotation.equals(WORKFLOW)) {
          return null;
        }
        workflow = method;
        return new AnnotationVisitor(Opcodes.ASM9) {
          @Override
          public void visit(String member, Object value) {
            if (member.equals("name") && value instanceof String text && !text.isEmpty()) {
              workflow = text;
            }
          }
        };
      }

      @Override
      public void visitEnd() {
        methods.add(new ClassFacts.Method(method, flags, types, workflow));
      }
    };
  }

  private static String binary(String internalName) {
    return internalName.replace('/', '.');
  }
}
