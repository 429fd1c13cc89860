package dev.jacquard.differential;

import com.google.protobuf.Message;
import dev.jacquard.engine.code.SpecFiles;
import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.MapNode;
import dev.jacquard.spec.v1.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Counts what the emitted specs hold: kinds of nodes, of maps, and of expressions. */
final class NodeKinds {

  private final Coverage coverage;

  NodeKinds(Coverage coverage) {
    this.coverage = coverage;
  }

  /** Counts in all specs below a folder of classes. */
  void countIn(Path classes) {
    try (Stream<Path> files = Files.list(classes.resolve(SpecFiles.FOLDER))) {
      for (Path file : files.toList()) {
        count(SpecFiles.read(Files.readAllBytes(file), file.toString()).getBody());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(Message message) {
    if (message instanceof Node node) {
      coverage.hit("node " + text(node.getKindCase()));
    } else if (message instanceof MapNode map) {
      coverage.hit("map node " + text(map.getCollect()));
    } else if (message instanceof Expression expression) {
      coverage.hit("node expression " + text(expression.getKindCase()));
    }
    for (Object value : message.getAllFields().values()) {
      List<?> parts = value instanceof List<?> list ? list : List.of(value);
      for (Object part : parts) {
        if (part instanceof Message inner) {
          count(inner);
        }
      }
    }
  }

  private static String text(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
