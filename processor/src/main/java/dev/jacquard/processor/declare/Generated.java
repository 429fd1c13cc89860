package dev.jacquard.processor.declare;

import dev.jacquard.processor.declare.ValueTypes.Codecs;
import dev.jacquard.processor.model.GeneratedNames;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What generated classes tell of the class that they were generated for. */
interface Generated {

  /** In the rounds, where the classes are about to be generated: nothing. */
  Generated NOT_YET =
      new Generated() {
        @Override
        public List<String> parameterNames(ExecutableElement method, String generated) {
          return method.getParameters().stream()
              .map(VariableElement::getSimpleName)
              .map(Object::toString)
              .toList();
        }

        @Override
        public Codecs codecs(TypeElement type, GeneratedNames names) {
          return record -> "";
        }
      };

  /**
   * The names of a method's parameters, which its class file may have lost.
   *
   * @param generated qualified name of the class of its stubs or handlers
   */
  List<String> parameterNames(ExecutableElement method, String generated);

  /** The codecs of a class. */
  Codecs codecs(TypeElement type, GeneratedNames names);
}
