package dev.jacquard.engine.value;

import dev.jacquard.ValueCodec;
import dev.jacquard.spec.v1.EncodedType;
import dev.jacquard.spec.v1.EnumType;
import dev.jacquard.spec.v1.MapType;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.ProtobufType;
import dev.jacquard.spec.v1.RecordComponent;
import dev.jacquard.spec.v1.RecordType;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.SealedType;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spi.RecordCodec;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An application's types, with what the processor would generate for them. */
public final class Shop {

  public record Line(String sku, int count, BigDecimal price) {}

  public record Order(List<Line> lines, Optional<String> note, Color color) {}

  public enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "green";
      }
    }
  }

  public sealed interface Figure permits Circle, Square, Named, Color2 {}

  public record Circle(double radius) implements Figure {}

  public record Square(int side, Figure inner) implements Figure {}

  /** Has a component of the name that usually tells which record it is. */
  public record Named(String type) implements Figure {}

  public enum Color2 implements Figure {
    BLUE
  }

  /** A list, link by link. */
  public record Chain(int head, Chain tail) {}

  public record Tree(List<Tree> children) {}

  /** Its constructor accepts only what is positive. */
  public record Positive(int value) {
    public Positive {
      if (value <= 0) {
        throw new IllegalArgumentException("must be positive; found " + value + ".");
      }
    }
  }

  /** A type of the user's own. */
  public static final class Money {
    final long cents;

    public Money(long cents) {
      this.cents = cents;
    }
  }

  public static final class MoneyCodec implements ValueCodec<Money> {
    @Override
    public byte[] encode(Money money) {
      return String.valueOf(money.cents).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Money decode(byte[] bytes) {
      return new Money(Long.parseLong(new String(bytes, StandardCharsets.UTF_8)));
    }
  }

  /** Stands in for generated codecs. */
  public abstract static class ReflectiveCodec implements RecordCodec {
    private final Class<?> type;

    ReflectiveCodec(Class<?> type) {
      this.type = type;
    }

    @Override
    public Class<?> type() {
      return type;
    }

    @Override
    public Object component(Object value, int index) {
      try {
        return type.getRecordComponents()[index].getAccessor().invoke(type.cast(value));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }

    @Override
    public Object create(Object[] components) throws Throwable {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(java.lang.reflect.RecordComponent::getType)
              .toArray(Class<?>[]::new);
      try {
        return type.getDeclaredConstructor(types).newInstance(components);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  public static final class LineCodec extends ReflectiveCodec {
    public LineCodec() {
      super(Line.class);
    }
  }

  public static final class OrderCodec extends ReflectiveCodec {
    public OrderCodec() {
      super(Order.class);
    }
  }

  public static final class CircleCodec extends ReflectiveCodec {
    public CircleCodec() {
      super(Circle.class);
    }
  }

  public static final class SquareCodec extends ReflectiveCodec {
    public SquareCodec() {
      super(Square.class);
    }
  }

  public static final class NamedCodec extends ReflectiveCodec {
    public NamedCodec() {
      super(Named.class);
    }
  }

  public static final class ChainCodec extends ReflectiveCodec {
    public ChainCodec() {
      super(Chain.class);
    }
  }

  public static final class TreeCodec extends ReflectiveCodec {
    public TreeCodec() {
      super(Tree.class);
    }
  }

  public static final class PositiveCodec extends ReflectiveCodec {
    public PositiveCodec() {
      super(Positive.class);
    }
  }

  public static final Type INT = primitive(Primitive.INT);
  public static final Type TEXT = scalar(Scalar.STRING);
  public static final Type LINE = defined(0);
  public static final Type ORDER = defined(1);
  public static final Type COLOR = defined(2);
  public static final Type FIGURE = defined(3);
  public static final Type CIRCLE = defined(4);
  public static final Type CHAIN = defined(8);
  public static final Type TREE = defined(9);
  public static final Type POSITIVE = defined(10);
  public static final Type MONEY = defined(11);
  public static final Type PLACEMENT = defined(12);

  public static final List<TypeDefinition> DEFINITIONS =
      List.of(
          record(
              "Line",
              field("sku", TEXT),
              field("count", INT),
              field("price", scalar(Scalar.BIG_DECIMAL))),
          record(
              "Order",
              field("lines", list(LINE)),
              field("note", optional(TEXT)),
              field("color", COLOR)),
          enumeration("Color", "RED", "GREEN"),
          definition("Figure")
              .setSealed(SealedType.newBuilder().addAllPermitted(List.of(4, 5, 6, 7)))
              .build(),
          record("Circle", field("radius", primitive(Primitive.DOUBLE))),
          record("Square", field("side", INT), field("inner", FIGURE)),
          record("Named", field("type", TEXT)),
          enumeration("Color2", "BLUE"),
          record("Chain", field("head", INT), field("tail", defined(8))),
          record("Tree", field("children", list(defined(9)))),
          record("Positive", field("value", INT)),
          definition("Money")
              .setEncoded(EncodedType.newBuilder().setCodec(name("MoneyCodec")))
              .build(),
          TypeDefinition.newBuilder()
              .setName("dev.jacquard.spec.v1.Placement")
              .setProtobuf(ProtobufType.getDefaultInstance())
              .build());

  public static final TypeTable TYPES = TypeTable.of(DEFINITIONS, Shop.class.getClassLoader());

  private Shop() {}

  public static Type primitive(Primitive primitive) {
    return Type.newBuilder().setPrimitive(primitive).build();
  }

  public static Type boxed(Primitive primitive) {
    return Type.newBuilder().setBoxed(primitive).build();
  }

  public static Type array(Primitive primitive) {
    return Type.newBuilder().setArray(primitive).build();
  }

  public static Type scalar(Scalar scalar) {
    return Type.newBuilder().setScalar(scalar).build();
  }

  public static Type list(Type element) {
    return Type.newBuilder().setList(element).build();
  }

  public static Type set(Type element) {
    return Type.newBuilder().setSet(element).build();
  }

  public static Type map(Type key, Type value) {
    return Type.newBuilder().setMap(MapType.newBuilder().setKey(key).setValue(value)).build();
  }

  public static Type optional(Type element) {
    return Type.newBuilder().setOptional(element).build();
  }

  public static Type outcome(Type element) {
    return Type.newBuilder().setOutcome(element).build();
  }

  public static Type defined(int index) {
    return Type.newBuilder().setDefined(index).build();
  }

  /** A chain of so many links, made and counted without recursion. */
  public static Chain chain(int links) {
    Chain chain = null;
    for (int i = links; i > 0; i--) {
      chain = new Chain(i, chain);
    }
    return chain;
  }

  public static int length(Chain chain) {
    int length = 0;
    for (Chain link = chain; link != null; link = link.tail()) {
      length++;
    }
    return length;
  }

  private static String name(String simple) {
    return "dev.jacquard.engine.value.Shop$" + simple;
  }

  private static TypeDefinition.Builder definition(String simple) {
    return TypeDefinition.newBuilder().setName(name(simple));
  }

  private static TypeDefinition record(String simple, RecordComponent... components) {
    RecordType.Builder type =
        RecordType.newBuilder()
            .addAllComponents(List.of(components))
            .setCodec(name(simple + "Codec"));
    return definition(simple).setRecord(type).build();
  }

  private static TypeDefinition enumeration(String simple, String... constants) {
    EnumType.Builder type = EnumType.newBuilder().addAllConstants(List.of(constants));
    return definition(simple).setEnumeration(type).build();
  }

  private static RecordComponent field(String name, Type type) {
    return RecordComponent.newBuilder().setName(name).setType(type).build();
  }
}
