package dev.jacquard.compile;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sound sources with one typo or several in them, compiled with the processor and with one that
 * does nothing.
 *
 * <p>The laws: the processor never breaks; it hides none of javac's errors unless it says errors of
 * its own; where one typo that keeps to the grammar makes javac complain, it adds nothing on any
 * body, nor on a declaration that javac complains of; and where javac is content, all that can be
 * wrong is Jacquard's and points at a place in the source.
 *
 * <p>{@code -Dcompile.typos=10000 -Dcompile.seed=7} hunts longer and elsewhere.
 */
class HalfTypedFilesTest {

  private static final int TYPOS = Integer.getInteger("compile.typos", 80);
  private static final int SEED = Integer.getInteger("compile.seed", 1804);

  /** As on the command line, and as Error Prone has it, where bodies with errors are attributed. */
  private static final List<List<String>> OPTIONS =
      List.of(
          List.of(),
          List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"),
          List.of("-XDcompilePolicy=byfile"));

  private static final List<Typo> ALL = List.of(Typo.values());

  @TempDir Path folder;

  @Test
  void processorAddsNothingToMistakesOfJava() {
    Project sound = Project.shopAndExamples(folder.resolve("sound"));
    Javac.withJacquard().compile(sound).mustSucceed();
    List<Path> files =
        sound.files().stream().filter(file -> Project.text(file).contains("@Workflow")).toList();
    Map<Verdict.Outcome, Integer> outcomes = new EnumMap<>(Verdict.Outcome.class);
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < TYPOS; i++) {
      Verdict verdict = judge(sound, files.get(i % files.size()), SEED * 1_000_003L + i);
      outcomes.merge(verdict.outcome(), 1, Integer::sum);
      verdict.law().ifPresent(law -> broken.add(law));
    }
    System.out.println("typos: " + outcomes);
    if (!broken.isEmpty()) {
      fail(broken.size() + " of " + TYPOS + "\n" + String.join("\n\n", broken));
    }
    for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
      if (!outcomes.containsKey(outcome)) {
        fail("no typo led to " + outcome + ": the typos are too much alike");
      }
    }
  }

  private Verdict judge(Project sound, Path file, long seed) {
    Random random = new Random(seed);
    String name = Project.name(sound.sources(), file);
    Project project = new Project(folder.resolve(Long.toString(seed)));
    boolean single = random.nextInt(4) > 0;
    String text = typed(Project.text(file), single ? 1 : 2, random);
    project.write(name, text);
    String[] options = OPTIONS.get(random.nextInt(OPTIONS.size())).toArray(String[]::new);
    Path others = sound.classes();
    Report alone = Javac.withNothing().on(others).with(options).compile(project);
    project.clean();
    Report with = Javac.withJacquard().on(others).with(options).compile(project);
    String title = name + " seed " + seed + " " + String.join(" ", options) + "\n" + text;
    return Verdict.of(title, single, alone, with, Members.of(project.file(name)));
  }

  private static String typed(String source, int typos, Random random) {
    String text = source;
    for (int i = 0; i < typos && text.contains("{"); i++) {
      Typo typo = random.nextBoolean() ? Typo.CHANGE_OF_MIND : ALL.get(random.nextInt(ALL.size()));
      text = typo.make(new SourceTokens(text), text, random);
    }
    return text;
  }
}
