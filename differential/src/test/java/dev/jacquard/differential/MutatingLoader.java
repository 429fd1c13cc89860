package dev.jacquard.differential;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Loads the processor, the engine and the harness anew, with a mutant's mistake in it; what the
 * tested programs share with the harness (annotations, the step log) comes from the parent.
 */
final class MutatingLoader extends ClassLoader {

  private final Mutant mutant;
  private boolean planted;

  MutatingLoader(Mutant mutant) {
    super(MutatingLoader.class.getClassLoader());
    this.mutant = mutant;
  }

  /** Whether the mutated class has been loaded; else the mutant could not have been found. */
  boolean planted() {
    return planted;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      return isOwn(name) ? findClass(name) : super.loadClass(name, resolve);
    }
  }

  private static boolean isOwn(String name) {
    return name.startsWith("dev.jacquard.processor.")
        || name.startsWith("dev.jacquard.engine.")
        || (name.startsWith("dev.jacquard.differential.") && !name.contains("StepLog"));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(resource)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = in.readAllBytes();
      if (name.equals(mutant.className())) {
        code = mutate(code);
        planted = true;
      }
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private byte[] mutate(byte[] code) {
    ClassNode node = new ClassNode();
    new ClassReader(code).accept(node, 0);
    MethodNode method =
        node.methods.stream()
            .filter(it -> it.name.equals(mutant.method()))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError(mutant.className() + " must have " + mutant.method()));
    mutant.change().accept(method);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  @Override
  public URL getResource(String name) {
    return getParent().getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return getParent().getResources(name);
  }
}
