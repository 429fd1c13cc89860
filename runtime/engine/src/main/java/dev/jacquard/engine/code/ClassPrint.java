package dev.jacquard.engine.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * What a class file does, whatever it was compiled with: its digest without line numbers, names of
 * local variables, parameters and lambdas, frames, and lists of nested classes, which change with
 * others' code.
 *
 * @param digest of all else, in hexadecimal digits
 * @param references internal names of the classes that it names
 */
record ClassPrint(String digest, Set<String> references) {

  static ClassPrint of(byte[] classFile) {
    ClassNode read = new ClassNode();
    new ClassReader(classFile).accept(read, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    Set<String> references = new HashSet<>();
    LambdaBodies lambdas = new LambdaBodies(read, references);
    CanonicalDigest digest = new CanonicalDigest(references, lambdas::digest);
    add(read, digest);
    List<MethodNode> methods = read.methods.stream().filter(lambdas::isNone).toList();
    digest.number(methods.size());
    methods.forEach(method -> add(method, digest));
    return new ClassPrint(digest.finish(), Set.copyOf(references));
  }

  private static void add(ClassNode read, CanonicalDigest digest) {
    digest.number(read.version);
    digest.number(read.access);
    digest.type(read.name);
    digest.text(read.signature);
    digest.type(read.superName);
    digest.types(read.interfaces);
    digest.types(read.permittedSubclasses);
    annotations(read.visibleAnnotations, digest);
    List<RecordComponentNode> components =
        read.recordComponents == null ? List.of() : read.recordComponents;
    digest.number(components.size());
    for (RecordComponentNode component : components) {
      digest.text(component.name);
      digest.descriptor(component.descriptor);
      digest.text(component.signature);
      annotations(component.visibleAnnotations, digest);
    }
    digest.number(read.fields.size());
    read.fields.forEach(field -> add(field, digest));
  }

  private static void add(FieldNode field, CanonicalDigest digest) {
    digest.number(field.access);
    digest.text(field.name);
    digest.descriptor(field.desc);
    digest.text(field.signature);
    digest.constant(field.value);
    annotations(field.visibleAnnotations, digest);
  }

  private static void add(MethodNode method, CanonicalDigest digest) {
    digest.number(method.access);
    digest.text(method.name);
    digest.descriptor(method.desc);
    digest.text(method.signature);
    digest.types(method.exceptions);
    annotations(method.visibleAnnotations, digest);
    annotationsOfParameters(method.visibleParameterAnnotations, digest);
    annotationValue(method.annotationDefault, digest);
    BodyPrint.add(method, digest);
  }

  private static void annotationsOfParameters(
      List<AnnotationNode> @Nullable [] annotations, CanonicalDigest digest) {
    digest.number(annotations == null ? 0 : annotations.length);
    if (annotations != null) {
      for (List<AnnotationNode> ofOne : annotations) {
        annotations(ofOne, digest);
      }
    }
  }

  /** Only those that can be read at run time are here. */
  private static void annotations(
      @Nullable List<AnnotationNode> annotations, CanonicalDigest digest) {
    List<AnnotationNode> all = annotations == null ? List.of() : annotations;
    digest.number(all.size());
    all.forEach(annotation -> annotation(annotation, digest));
  }

  private static void annotation(AnnotationNode annotation, CanonicalDigest digest) {
    digest.descriptor(annotation.desc);
    annotationValue(annotation.values, digest);
  }

  private static void annotationValue(@Nullable Object value, CanonicalDigest digest) {
    if (value instanceof List<?> values) {
      digest.number(values.size());
      new ArrayList<>(values).forEach(one -> annotationValue(one, digest));
    } else if (value instanceof AnnotationNode annotation) {
      annotation(annotation, digest);
    } else if (value instanceof String[] constant) { // of an enum
      digest.descriptor(constant[0]);
      digest.text(constant[1]);
    } else {
      digest.constant(value);
    }
  }
}
