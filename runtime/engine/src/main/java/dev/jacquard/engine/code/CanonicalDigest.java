package dev.jacquard.engine.code;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/**
 * SHA-256 over words and constants, each told apart from the next; remembers the classes that they
 * name.
 */
final class CanonicalDigest {

  private final MessageDigest digest = sha256();
  private final Set<String> references;
  private final Function<Handle, @Nullable String> bodies;

  /**
   * Begins.
   *
   * @param references takes the internal names of the classes that are named
   * @param bodies what stands for a method in place of its name; null: its name does
   */
  CanonicalDigest(Set<String> references, Function<Handle, @Nullable String> bodies) {
    this.references = references;
    this.bodies = bodies;
  }

  static String of(List<String> words) {
    CanonicalDigest digest = new CanonicalDigest(new HashSet<>(), handle -> null);
    words.forEach(digest::text);
    return digest.finish();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK must have SHA-256.", e);
    }
  }

  String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }

  void number(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
  }

  /** Adds text that names nothing; null is told apart from empty text. */
  void text(@Nullable String text) {
    if (text == null) {
      number(-1);
      return;
    }
    number(text.length());
    // Not by a charset: half a surrogate pair is none.
    ByteBuffer units = ByteBuffer.allocate(text.length() * Character.BYTES);
    for (int i = 0; i < text.length(); i++) {
      units.putChar(text.charAt(i));
    }
    digest.update(units.flip());
  }

  /** Adds the internal name of a class, or the descriptor of an array. */
  void type(@Nullable String internalName) {
    text(internalName);
    if (internalName != null) {
      refer(Type.getObjectType(internalName));
    }
  }

  /** Adds internal names in their order. */
  void types(@Nullable List<String> internalNames) {
    number(internalNames == null ? 0 : internalNames.size());
    if (internalNames != null) {
      internalNames.forEach(this::type);
    }
  }

  /** Adds the descriptor of a field or method. */
  void descriptor(@Nullable String descriptor) {
    text(descriptor);
    if (descriptor != null) {
      refer(Type.getType(descriptor));
    }
  }

  private void refer(Type type) {
    switch (type.getSort()) {
      case Type.ARRAY -> refer(type.getElementType());
      case Type.OBJECT -> references.add(type.getInternalName());
      case Type.METHOD -> {
        refer(type.getReturnType());
        for (Type argument : type.getArgumentTypes()) {
          refer(argument);
        }
      }
      default -> {}
    }
  }

  /** Adds a constant of a class file, or of an annotation. */
  void constant(@Nullable Object constant) {
    text(constant == null ? null : constant.getClass().getSimpleName());
    if (constant instanceof Type type) {
      descriptor(type.getDescriptor());
    } else if (constant instanceof Handle handle) {
      handle(handle);
    } else if (constant instanceof ConstantDynamic dynamic) {
      text(dynamic.getName());
      descriptor(dynamic.getDescriptor());
      handle(dynamic.getBootstrapMethod());
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        constant(dynamic.getBootstrapMethodArgument(i));
      }
    } else if (constant instanceof Float number) {
      number(Float.floatToRawIntBits(number));
    } else if (constant instanceof Double number) {
      number(Double.doubleToRawLongBits(number));
    } else {
      text(constant == null ? null : constant.toString());
    }
  }

  void handle(Handle handle) {
    number(handle.getTag());
    type(handle.getOwner());
    String body = bodies.apply(handle);
    text(body == null ? handle.getName() : body);
    descriptor(handle.getDesc());
    number(handle.isInterface() ? 1 : 0);
  }
}
