package dev.jacquard.engine.support;

import dev.jacquard.spi.ActorHandler;
import dev.jacquard.spi.TaskHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes a handler class, as the processor would, for each task and actor of an application made by
 * hand.
 */
final class HandlerLoader extends ClassLoader {

  private static final Map<String, MethodBody> BODIES = new ConcurrentHashMap<>();
  private static final Map<String, ActorBody> ACTORS = new ConcurrentHashMap<>();
  private static final String GATE = Type.getInternalName(HandlerGate.class);

  HandlerLoader() {
    super(HandlerLoader.class.getClassLoader());
  }

  void add(String handler, MethodBody body) {
    BODIES.put(handler, body);
  }

  void add(String handler, ActorBody body) {
    ACTORS.put(handler, body);
  }

  static Object call(String handler, Object actor, Object[] arguments) throws Throwable {
    return BODIES.get(handler).call(actor, arguments);
  }

  static Object create(String handler, Object[] arguments) throws Throwable {
    return ACTORS.get(handler).create(arguments);
  }

  static void close(String handler, Object actor) throws Throwable {
    ACTORS.get(handler).close(actor);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes;
    if (BODIES.containsKey(name)) {
      bytes = taskHandler(name);
    } else if (ACTORS.containsKey(name)) {
      bytes = actorHandler(name);
    } else {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] taskHandler(String name) {
    ClassWriter writer = begin(name, TaskHandler.class);
    forward(writer, name, "call", "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;");
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] actorHandler(String name) {
    ClassWriter writer = begin(name, ActorHandler.class);
    forward(writer, name, "create", "([Ljava/lang/Object;)Ljava/lang/Object;");
    forward(writer, name, "close", "(Ljava/lang/Object;)V");
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static ClassWriter begin(String name, Class<?> kind) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC,
        name.replace('.', '/'),
        null,
        "java/lang/Object",
        new String[] {Type.getInternalName(kind)});
    MethodVisitor init = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(1, 1);
    return writer;
  }

  /** A method that hands its arguments, all references, to the gate's method of the same name. */
  private static void forward(ClassWriter writer, String handler, String method, String type) {
    MethodVisitor body = writer.visitMethod(Opcodes.ACC_PUBLIC, method, type, null, null);
    body.visitLdcInsn(handler);
    int arguments = Type.getArgumentTypes(type).length;
    for (int i = 1; i <= arguments; i++) {
      body.visitVarInsn(Opcodes.ALOAD, i);
    }
    String gateType = "(Ljava/lang/String;" + type.substring(1);
    body.visitMethodInsn(Opcodes.INVOKESTATIC, GATE, method, gateType, false);
    body.visitInsn(type.endsWith("V") ? Opcodes.RETURN : Opcodes.ARETURN);
    body.visitMaxs(arguments + 1, arguments + 1);
  }
}
