package dev.jacquard.differential;

import static dev.jacquard.differential.Mutant.answers;
import static dev.jacquard.differential.Mutant.doesNothing;
import static dev.jacquard.differential.Mutant.negatedJump;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes planted into analysis and engine are noticed by the differential programs. */
class MutantsTest {

  private static final String ANALYZE = "dev.jacquard.processor.analyze.";
  private static final String PLAN = "dev.jacquard.engine.plan.";
  private static final String SCHEDULE = "dev.jacquard.engine.schedule.";

  static List<Mutant> mutants() {
    return List.of(
        new Mutant("&& becomes ||", ANALYZE + "LazyAnalyzer", "shortCircuit", negatedJump(1)),
        new Mutant(
            "a division keeps no place of its own",
            ANALYZE + "Fallibility",
            "mayDivideByZero",
            answers(false)),
        new Mutant(
            "nothing that fails keeps a place of its own",
            ANALYZE + "Fallibility",
            "mayFail",
            answers(false)),
        new Mutant("int for long", ANALYZE + "BinaryOperators", "wider", negatedJump(0)),
        new Mutant("++ counts down", ANALYZE + "AssignmentAnalyzer", "increment", negatedJump(4)),
        new Mutant("a wrong merge", ANALYZE + "BranchMerge", "merged", negatedJump(1)),
        new Mutant(
            "what follows an early return is read twice",
            ANALYZE + "IfAnalyzer",
            "analyze",
            negatedJump(2)),
        new Mutant("then and else swapped", PLAN + "BranchPlan", "arm", negatedJump(1)),
        new Mutant("no call is a step", PLAN + "StepFinder", "isStep", answers(false)),
        new Mutant(
            "a branch that holds a step is none", PLAN + "StepFinder", "holdsStep", answers(false)),
        new Mutant(
            "a step overtakes what is above it",
            SCHEDULE + "Frame",
            "startIfReady",
            negatedJump(3)),
        new Mutant("a later failure is told first", SCHEDULE + "Frame", "failed", negatedJump(2)),
        new Mutant(
            "a failure stops nothing after it", SCHEDULE + "Frame", "cancelFrom", doesNothing()),
        new Mutant(
            "the greatest failed element is told",
            SCHEDULE + "MapRun",
            "elementFailed",
            negatedJump(1)),
        new Mutant(
            "filter keeps what it should drop", SCHEDULE + "MapItems", "filtered", negatedJump(1)),
        new Mutant("flatMap loses its lists", SCHEDULE + "MapItems", "flattened", negatedJump(1)));
  }

  @Test
  void withoutAMistakeNothingIsNoticed() {
    assertThat(new MutantProbe().getAsBoolean()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void aPlantedMistakeIsNoticed(Mutant mutant) throws ReflectiveOperationException {
    MutatingLoader loader = new MutatingLoader(mutant);
    BooleanSupplier probe =
        (BooleanSupplier)
            loader.loadClass(MutantProbe.class.getName()).getConstructor().newInstance();
    boolean noticed = probe.getAsBoolean();
    assertThat(loader.planted()).as("the mistake was planted").isTrue();
    assertThat(noticed).as(mutant.mistake()).isTrue();
  }
}
