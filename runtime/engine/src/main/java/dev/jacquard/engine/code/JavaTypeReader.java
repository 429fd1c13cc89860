package dev.jacquard.engine.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * Reads the types of a class file's signatures; a descriptor is a signature without type arguments.
 */
final class JavaTypeReader extends SignatureVisitor {

  private final Consumer<JavaType> sink;
  private final List<JavaType> arguments = new ArrayList<>();
  private String name = "";
  private int dimensions;

  private JavaTypeReader(Consumer<JavaType> sink) {
    super(Opcodes.ASM9);
    this.sink = sink;
  }

  /** Reads a field's or record component's type. */
  static JavaType type(String signature) {
    List<JavaType> found = new ArrayList<>();
    new SignatureReader(signature).acceptType(new JavaTypeReader(found::add));
    return found.get(0);
  }

  /** Reads a method's parameter types, then its result's. */
  static List<JavaType> method(String signature) {
    List<JavaType> found = new ArrayList<>();
    new SignatureReader(signature)
        .accept(
            new SignatureVisitor(Opcodes.ASM9) {
              @Override
              public SignatureVisitor visitParameterType() {
                return new JavaTypeReader(found::add);
              }

              @Override
              public SignatureVisitor visitReturnType() {
                return new JavaTypeReader(found::add);
              }

              @Override
              public SignatureVisitor visitExceptionType() {
                return new JavaTypeReader(exception -> {});
              }
            });
    return found;
  }

  @Override
  public void visitBaseType(char descriptor) {
    name = Type.getType(String.valueOf(descriptor)).getClassName();
    visitEnd();
  }

  @Override
  public void visitTypeVariable(String variable) {
    sink.accept(JavaType.UNKNOWN);
  }

  @Override
  public SignatureVisitor visitArrayType() {
    dimensions++;
    return this;
  }

  @Override
  public void visitClassType(String internalName) {
    name = internalName.replace('/', '.');
  }

  @Override
  public void visitInnerClassType(String innerName) {
    name = name + '$' + innerName;
    arguments.clear();
  }

  @Override
  public void visitTypeArgument() {
    arguments.add(JavaType.UNKNOWN);
  }

  @Override
  public SignatureVisitor visitTypeArgument(char wildcard) {
    return new JavaTypeReader(arguments::add);
  }

  @Override
  public void visitEnd() {
    sink.accept(new JavaType(name, arguments, dimensions));
  }
}
