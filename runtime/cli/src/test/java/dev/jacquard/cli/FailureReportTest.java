package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.Failure;
import dev.jacquard.FailureLocation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FailureReportTest {

  @Test
  void longMessageIsShortenedUnlessAllIsAskedFor() {
    Exception cause =
        new IllegalStateException(
            "x".repeat(20_000), new Exception("\u001b[2J" + "y".repeat(9_000)));
    FailureLocation location = new FailureLocation("shop.Shop.count", "flags/count", List.of(2), 1);
    ExecutionFailedException failure =
        new ExecutionFailedException(location, Failure.of(cause), cause);
    assertThat(FailureReport.of(failure, false))
        .hasSizeLessThan(6_000)
        .contains("  node:    flags/count\n")
        .contains("xxx... 19,")
        .contains("caused by: java.lang.Exception: ?[2Jyyy")
        .contains("yyy... 8,");
    assertThat(FailureReport.of(failure, true)).hasSizeGreaterThan(29_000);
  }
}
