package dev.jacquard.engine.value;

import dev.jacquard.ValueCodec;
import dev.jacquard.spi.RecordCodec;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** Loads the classes that a spec names from the application's class loader. */
final class UserClasses {

  private final ClassLoader loader;

  UserClasses(ClassLoader loader) {
    this.loader = loader;
  }

  Class<?> load(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw ValueException.of(
          "class " + name + " must be on the application's class path: " + e, e);
    }
  }

  RecordCodec recordCodec(String name) {
    return create(name, RecordCodec.class);
  }

  Opaque encodedType(String typeName, String codecName) {
    @SuppressWarnings("unchecked") // the type below is checked before each call
    ValueCodec<Object> codec = create(codecName, ValueCodec.class);
    Class<?> type = decodedType(codec.getClass());
    return new Opaque(
        Names.simple(typeName),
        type,
        new Opaque.Bytes() {
          @Override
          public byte[] encode(Object value) throws Exception {
            return codec.encode(value);
          }

          @Override
          public Object decode(byte[] bytes) throws Exception {
            return codec.decode(bytes);
          }
        });
  }

  /**
   * The spec names the type as it is recorded, which may not be its class; the codec knows its
   * class.
   */
  private static Class<?> decodedType(Class<?> codec) {
    for (Method method : codec.getMethods()) {
      if (method.getName().equals("decode")
          && !method.isBridge()
          && method.getParameterCount() == 1) {
        return method.getReturnType();
      }
    }
    return Object.class;
  }

  /**
   * The application may bring a protobuf library of its own, so its classes are found from the
   * message's.
   */
  Opaque protobuf(String className) {
    Class<?> message = load(className);
    try {
      Class<?> output =
          Class.forName("com.google.protobuf.CodedOutputStream", false, message.getClassLoader());
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodType none = MethodType.methodType(void.class);
      MethodHandle parse =
          lookup.findStatic(message, "parseFrom", MethodType.methodType(message, byte[].class));
      MethodHandle size =
          lookup.findVirtual(message, "getSerializedSize", MethodType.methodType(int.class));
      MethodHandle wrap =
          lookup.findStatic(output, "newInstance", MethodType.methodType(output, byte[].class));
      MethodHandle sort = lookup.findVirtual(output, "useDeterministicSerialization", none);
      MethodHandle write =
          lookup.findVirtual(message, "writeTo", MethodType.methodType(void.class, output));
      return new Opaque(
          Names.simple(className), message, new ProtobufBytes(parse, size, wrap, sort, write));
    } catch (ReflectiveOperationException e) {
      throw ValueException.of(className + " must be a generated protobuf message class: " + e, e);
    }
  }

  private record ProtobufBytes(
      MethodHandle parse,
      MethodHandle size,
      MethodHandle wrap,
      MethodHandle sort,
      MethodHandle write)
      implements Opaque.Bytes {

    @Override
    public byte[] encode(Object value) throws Throwable {
      byte[] bytes = new byte[(int) size.invoke(value)];
      Object output = (Object) wrap.invoke(bytes);
      sort.invoke(output);
      write.invoke(value, output);
      return bytes;
    }

    @Override
    public Object decode(byte[] bytes) throws Throwable {
      return (Object) parse.invoke(bytes);
    }
  }

  private <T> T create(String name, Class<T> as) {
    Class<?> type = load(name);
    try {
      Object instance = type.getConstructor().newInstance();
      return as.cast(instance);
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw ValueException.of(
          "class "
              + name
              + " must be a public "
              + as.getSimpleName()
              + " with a public constructor without arguments: "
              + e,
          e);
    }
  }
}
