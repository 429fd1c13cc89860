package dev.jacquard.compile;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a class file names, as Gradle's analysis of incremental compilation sees it. */
final class ClassReferences extends ClassVisitor {

  private static final Pattern CLASS = Pattern.compile("L([^;<]+)[;<]");
  private static final int CONSTANT_CLASS = 7;

  /** Names in its supertypes and in signatures of members that are not private. */
  final Set<String> accessible = new TreeSet<>();

  /** Names in its bodies and private members. */
  final Set<String> inside = new TreeSet<>();

  String name = "";
  String sourceFile = "";

  /** Whether it declares a constant that javac writes into the classes which name it. */
  boolean hasConstants;

  private ClassReferences() {
    super(Opcodes.ASM9);
  }

  static ClassReferences of(byte[] classFile) {
    ClassReferences references = new ClassReferences();
    ClassReader reader = new ClassReader(classFile);
    reader.accept(references, ClassReader.SKIP_FRAMES);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int item = 1; item < reader.getItemCount(); item++) {
      int offset = reader.getItem(item);
      if (offset > 0 && reader.readByte(offset - 1) == CONSTANT_CLASS) {
        addInternal(references.inside, reader.readUTF8(offset, buffer));
      }
    }
    return references;
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] interfaces) {
    this.name = name.replace('/', '.');
    add(accessible, signature);
    addInternal(accessible, parent);
    for (String implemented : interfaces) {
      addInternal(accessible, implemented);
    }
  }

  @Override
  public void visitSource(String source, String debug) {
    sourceFile = source;
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return annotation(accessible, descriptor);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    hasConstants |= value != null;
    Set<String> names = (access & Opcodes.ACC_PRIVATE) == 0 ? accessible : inside;
    add(names, descriptor);
    add(names, signature);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    Set<String> names = (access & Opcodes.ACC_PRIVATE) == 0 ? accessible : inside;
    add(names, descriptor);
    add(names, signature);
    return new MethodVisitor(Opcodes.ASM9) {

      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean visible) {
        return annotation(names, type);
      }

      @Override
      public void visitLocalVariable(
          String variable, String type, String generic, Label start, Label end, int index) {
        add(inside, type);
        add(inside, generic);
      }
    };
  }

  private static AnnotationVisitor annotation(Set<String> names, String descriptor) {
    add(names, descriptor);
    return new AnnotationVisitor(Opcodes.ASM9) {

      @Override
      public void visit(String member, Object value) {
        if (value instanceof Type type) {
          add(names, type.getDescriptor());
        }
      }

      @Override
      public AnnotationVisitor visitAnnotation(String member, String type) {
        return annotation(names, type);
      }

      @Override
      public AnnotationVisitor visitArray(String member) {
        return this;
      }
    };
  }

  private static void add(Set<String> names, String signature) {
    if (signature != null) {
      Matcher matcher = CLASS.matcher(signature);
      while (matcher.find()) {
        names.add(matcher.group(1).replace('/', '.'));
      }
    }
  }

  private static void addInternal(Set<String> names, String internal) {
    if (internal != null && internal.startsWith("[")) {
      add(names, internal);
    } else if (internal != null) {
      names.add(internal.replace('/', '.'));
    }
  }
}
