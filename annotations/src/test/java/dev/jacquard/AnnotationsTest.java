package dev.jacquard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.spi.DurationText;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationsTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Task.class,
        Workflow.class,
        Actor.class,
        Cache.class,
        Resources.class,
        Default.class,
        EncodedBy.class
      })
  void theyStayInClassFilesAndOutOfReflection(Class<? extends Annotation> annotation) {
    assertThat(annotation.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.CLASS);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Task.class,
        Workflow.class,
        Actor.class,
        Cache.class,
        Resources.class,
        Default.class
      })
  void everyMemberHasADefault(Class<? extends Annotation> annotation) {
    assertThat(annotation.getDeclaredMethods()).allMatch(m -> m.getDefaultValue() != null);
  }

  @ParameterizedTest
  @ValueSource(classes = {Task.class, Workflow.class, Actor.class})
  void everyDefaultDurationIsOne(Class<? extends Annotation> annotation) {
    for (Method member : annotation.getDeclaredMethods()) {
      if (member.getName().matches("backoff|ttl")) {
        assertThat(DurationText.parse((String) member.getDefaultValue())).isPositive();
      }
    }
  }
}
