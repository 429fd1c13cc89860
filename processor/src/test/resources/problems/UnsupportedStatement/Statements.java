import dev.jacquard.Workflow;

class Statements {

  @Workflow
  static int run(int x) {
    assert x > 0; // ERROR UnsupportedStatement: found 'assert'
    synchronized (Statements.class) { // ERROR UnsupportedStatement: found 'synchronized'
      x++;
    }
    record Local(int a) {} // ERROR UnsupportedStatement: found a local class
    enum Size { SMALL } // ERROR UnsupportedStatement: found a local class
    return x + Size.SMALL.ordinal();
  }
}
