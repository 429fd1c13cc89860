package dev.jacquard.engine.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods that javac makes of lambdas, known by what they do: it numbers them, and makes one of
 * several that are alike when nobody is to debug them.
 */
final class LambdaBodies {

  private final String owner;
  private final Set<String> references;
  private final Map<String, MethodNode> methods = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();

  LambdaBodies(ClassNode of, Set<String> references) {
    this.owner = of.name;
    this.references = references;
    for (MethodNode method : of.methods) {
      if (!isNone(method)) {
        methods.put(method.name + method.desc, method);
      }
    }
  }

  /** Whether a method was not made of a lambda. */
  boolean isNone(MethodNode method) {
    return (method.access & Opcodes.ACC_SYNTHETIC) == 0 || !method.name.startsWith("lambda$");
  }

  /** What a lambda does; null: the handle is on something else. */
  @Nullable String digest(Handle handle) {
    String key = handle.getName() + handle.getDesc();
    MethodNode method = handle.getOwner().equals(owner) ? methods.get(key) : null;
    if (method == null) {
      return null;
    }
    String known = digests.get(key);
    if (known == null) {
      CanonicalDigest digest = new CanonicalDigest(references, this::digest);
      digest.number(method.access);
      digest.descriptor(method.desc);
      digest.types(method.exceptions);
      BodyPrint.add(method, digest);
      known = digest.finish();
      digests.put(key, known);
    }
    return known;
  }
}
