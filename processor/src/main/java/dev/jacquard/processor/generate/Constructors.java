package dev.jacquard.processor.generate;

import com.palantir.javapoet.MethodSpec;
import javax.lang.model.element.Modifier;

/**
 * Constructors without arguments, written out since javac complains of implicit ones in modules.
 */
final class Constructors {

  private Constructors() {}

  // private AnomalyDetectionHandlers() {}
  static MethodSpec hidden() {
    return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
  }

  // /** Made by the runtime. */
  // public IsAnomalousTask() {}
  static MethodSpec visible() {
    return MethodSpec.constructorBuilder()
        .addJavadoc("Made by the runtime.\n")
        .addModifiers(Modifier.PUBLIC)
        .build();
  }
}
