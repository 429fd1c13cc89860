package dev.jacquard.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.pool.ReplicaState.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture of a replica's life in the documentation and the table in the code are the same. */
final class LifeOfAReplicaTest {

  private static final Pattern ARROW =
      Pattern.compile("^  [A-Z]+ --> [A-Z]+: [A-Z_]+$", Pattern.MULTILINE);

  @Test
  void pictureShowsEveryMoveOfTheTable() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "actors.md"));
    List<String> drawn = ARROW.matcher(page).results().map(m -> m.group().strip()).toList();

    assertThat(drawn).containsExactlyInAnyOrderElementsOf(moves());
  }

  private static List<String> moves() {
    List<String> moves = new ArrayList<>();
    for (ReplicaState from : ReplicaState.values()) {
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
