package dev.jacquard.differential;

import java.util.Objects;
import java.util.Optional;

/**
 * A workflow on one input, with what plain Java made of it.
 *
 * @param request what is run
 * @param program the generated program; empty for a trap
 * @param plain the answer of plain Java
 */
record Trial(Runs.Request request, Optional<Program> program, Answer plain) {

  static Trial of(ClassLoader loader, Runs.Request request, Optional<Program> program) {
    Answer plain = PlainJava.run(loader, request.workflow(), request.arguments());
    return new Trial(request, program, plain);
  }

  /**
   * Says how another answer differs; empty if it does not. Of a trap, value and failure alone; of a
   * program, the steps too.
   */
  Optional<String> difference(Answer other) {
    if (program.isPresent()) {
      return new Agreement(program.get()).difference(plain, other);
    }
    String expected = Traps.text(plain);
    String found = Traps.text(other);
    return Objects.equals(expected, found)
        ? Optional.empty()
        : Optional.of("plain Java: " + expected + "; graph: " + found);
  }

  @Override
  public String toString() {
    return request + program.map(it -> " of\n" + it.source()).orElse("");
  }
}
