import dev.jacquard.Workflow;
import java.util.Random;
import java.util.Scanner;

class Objects {

  static final class Counter {}

  @Workflow
  static int run(int x) {
    Random random = new Random(7); // ERROR NotAnActor: found 'new Random'
    Counter counter = new Counter(); // ERROR NotAnActor: found 'new Counter'
    try (Scanner scanner = new Scanner("x")) { // ERROR NotAnActor: found 'new Scanner'
      x += scanner.nextInt();
    }
    Thread thread = new Thread(() -> {}); // ERROR NotAnActor: found 'new Thread'
    return x + random.nextInt();
  }
}
