package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LegibleTextTest {

  @Test
  void usualTextStaysAsItIs() {
    assertThat(LegibleText.of("one\n\tzwei: äöü 漢字")).isEqualTo("one\n\tzwei: äöü 漢字");
  }

  @Test
  void longLineIsCutAndTheRestCounted() {
    String text = LegibleText.of("a" + "😀".repeat(2_000) + "\nafter");
    assertThat(text)
        .isEqualTo(
            "a" + "😀".repeat(499) + "... 3,002 more characters (--stacktrace shows all)\nafter");
  }

  @Test
  void manyLinesAreCutAndTheRestCounted() {
    String text = LegibleText.of("line\n".repeat(2_000));
    assertThat(text)
        .isEqualTo("line\n".repeat(40) + "... 1,960 more lines (--stacktrace shows all)");
  }

  @Test
  void terminalIsNotCommanded() {
    assertThat(LegibleText.of("\u001b[31mred\u0007\rover")).isEqualTo("?[31mred?\nover");
  }
}
