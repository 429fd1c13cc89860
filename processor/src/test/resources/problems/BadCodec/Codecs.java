import dev.jacquard.EncodedBy;
import dev.jacquard.ValueCodec;

public final class Codecs {

  @EncodedBy(HiddenCodec.class) // ERROR BadCodec: found 'Codecs.HiddenCodec', which is not public. Make it
  static final class A {}

  @EncodedBy(OpenCodec.class) // ERROR BadCodec: found 'Codecs.OpenCodec', which is abstract
  static final class B {}

  @EncodedBy(InnerCodec.class) // ERROR BadCodec: found 'Codecs.InnerCodec', an inner class. Add 'static'.
  static final class C {}

  @EncodedBy(ArgumentCodec.class) // ERROR BadCodec: found 'Codecs.ArgumentCodec', which has none
  static final class D {}

  @EncodedBy(OtherCodec.class) // ERROR BadCodec: which is for another type. Implement ValueCodec<Codecs.E>.
  static final class E {}

  @EncodedBy(GoodCodec.class)
  static final class Fine {}

  static final class HiddenCodec extends AbstractCodec<A> {}

  public abstract static class OpenCodec implements ValueCodec<B> {}

  public abstract static class AbstractCodec<T> implements ValueCodec<T> {
    @Override
    public byte[] encode(T value) {
      return new byte[0];
    }

    @Override
    public T decode(byte[] bytes) {
      throw new UnsupportedOperationException();
    }
  }

  public final class InnerCodec extends AbstractCodec<C> {}

  public static final class ArgumentCodec extends AbstractCodec<D> {
    public ArgumentCodec(int version) {}
  }

  public static final class OtherCodec extends AbstractCodec<A> {}

  public static final class GoodCodec extends AbstractCodec<Fine> {}
}
