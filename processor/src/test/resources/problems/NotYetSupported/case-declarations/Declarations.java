import dev.jacquard.Cache;
import dev.jacquard.EncodedBy;
import dev.jacquard.Resources;
import dev.jacquard.Task;
import dev.jacquard.ValueCodec;

public final class Declarations {

  @Task(cache = @Cache) // ERROR NotYetSupported: cache must not be used in this version of Jacquard; found @Cache
  static void cached() {}

  @Task(cache = @Cache(enabled = false, version = "1"), isolated = true)
  static void isolated() {}

  @Task(resources = @Resources(cpu = "125m", memory = "256Mi", gpu = "1"), image = "debian", profile = "large")
  static void placed() {}

  @Task(environment = {"A=b"}, secrets = {"TOKEN", "KEY=group/key"})
  static void surrounded() {}

  @EncodedBy(value = MoneyCodec.class, name = "money") // ERROR NotYetSupported: name must not be used in this version of Jacquard; found "money"
  static final class Money {}

  public static final class MoneyCodec implements ValueCodec<Money> {
    @Override
    public byte[] encode(Money value) {
      return new byte[0];
    }

    @Override
    public Money decode(byte[] bytes) {
      return new Money();
    }
  }
}
