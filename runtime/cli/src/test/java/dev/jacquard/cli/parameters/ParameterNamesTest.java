package dev.jacquard.cli.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.spec.v1.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterNamesTest {

  @ParameterizedTest
  @CsvSource({
    "threshold, threshold",
    "maxPoints, max-points",
    "maxURLLength, max-url-length",
    "x2y, x2y",
    "point2D, point2-d",
    "snake_case, snake-case",
    "größteZahl, größte-zahl",
  })
  void kebabFormOfAName(String name, String kebab) {
    assertThat(ParameterNames.kebab(name)).isEqualTo(kebab);
  }

  @Test
  void exactNameGoesBeforeAnothersKebabForm() {
    Parameter camel = Parameter.newBuilder().setName("aB").build();
    Parameter snake = Parameter.newBuilder().setName("a_b").build();
    ParameterNames names = new ParameterNames(List.of(camel, snake));
    assertThat(names.find("--aB")).contains(camel);
    assertThat(names.find("--a_b")).contains(snake);
    assertThat(names.find("--a-b")).contains(camel);
    assertThat(names.find("--ab")).isEmpty();
  }
}
