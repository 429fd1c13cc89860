package other;

public final class Elsewhere {

  private Elsewhere() {}

  public record Nested(int left, int right) {}
}
