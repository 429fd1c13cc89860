package dev.jacquard.engine.support;

import dev.jacquard.spi.TaskHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes a handler class, as the processor would, for each task of an application made by hand. */
final class HandlerLoader extends ClassLoader {

  private static final Map<String, TaskBody> BODIES = new ConcurrentHashMap<>();

  HandlerLoader() {
    super(HandlerLoader.class.getClassLoader());
  }

  void add(String handler, TaskBody body) {
    BODIES.put(handler, body);
  }

  /** Called by the handlers. */
  @SuppressWarnings("unused")
  public static Object call(String handler, Object[] arguments) throws Throwable {
    return BODIES.get(handler).call(arguments);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!BODIES.containsKey(name)) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes = handler(name);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] handler(String name) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC,
        name.replace('.', '/'),
        null,
        "java/lang/Object",
        new String[] {TaskHandler.class.getName().replace('.', '/')});
    MethodVisitor init = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(1, 1);
    MethodVisitor call =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC,
            "call",
            "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;",
            null,
            null);
    call.visitLdcInsn(name);
    call.visitVarInsn(Opcodes.ALOAD, 2);
    call.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        HandlerGate.class.getName().replace('.', '/'),
        "call",
        "(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/Object;",
        false);
    call.visitInsn(Opcodes.ARETURN);
    call.visitMaxs(2, 3);
    writer.visitEnd();
    return writer.toByteArray();
  }
}
