package dev.jacquard.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.schedule.CallState.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture of a call's life in the documentation and the table in the code are the same. */
final class LifeOfACallTest {

  private static final Pattern ARROW =
      Pattern.compile("^  [A-Z]+ --> [A-Z]+: [A-Z_]+$", Pattern.MULTILINE);

  @Test
  void pictureShowsEveryMoveOfTheTable() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "internals.md"));
    List<String> drawn = ARROW.matcher(page).results().map(m -> m.group().strip()).toList();

    assertThat(drawn).containsExactlyInAnyOrderElementsOf(moves());
  }

  private static List<String> moves() {
    List<String> moves = new ArrayList<>();
    for (CallState from : CallState.values()) {
      for (Trigger trigger : Trigger.values()) {
        try {
          moves.add(from + " --> " + from.on(trigger) + ": " + trigger);
        } catch (IllegalStateException e) {
          // No such move.
        }
      }
    }
    return moves;
  }
}
