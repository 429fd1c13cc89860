package shop;

import dev.jacquard.Actor;

@Actor
class Plain {
  @Actor
  static final class Inner {}
}
