package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;

/** Java's eight primitives, boxed, in their three forms. */
enum PrimitiveForm {
  BOOLEAN(Boolean.class, "Boolean") {
    @Override
    Value encode(Object value) {
      return Value.newBuilder().setBoolean((boolean) value).build();
    }

    @Override
    Object decode(Value value) {
      return Encoded.require(value, KindCase.BOOLEAN, label()).getBoolean();
    }

    @Override
    Json toJson(Object value) {
      return new Json.Bool((boolean) value);
    }

    @Override
    Object fromJson(Json json) {
      return JsonNumbers.bool(json, label());
    }
  },
  BYTE(Byte.class, "Byte") {
    @Override
    Value encode(Object value) {
      return ofInteger((byte) value);
    }

    @Override
    Object decode(Value value) {
      return (byte) toInteger(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Override
    Object fromJson(Json json) {
      return (byte) JsonNumbers.integer(json, label(), Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
  },
  SHORT(Short.class, "Short") {
    @Override
    Value encode(Object value) {
      return ofInteger((short) value);
    }

    @Override
    Object decode(Value value) {
      return (short) toInteger(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    Object fromJson(Json json) {
      return (short) JsonNumbers.integer(json, label(), Short.MIN_VALUE, Short.MAX_VALUE);
    }
  },
  CHAR(Character.class, "Character") {
    @Override
    Value encode(Object value) {
      return ofInteger((char) value);
    }

    @Override
    Object decode(Value value) {
      return (char) toInteger(value, Character.MIN_VALUE, Character.MAX_VALUE);
    }

    @Override
    Json toJson(Object value) {
      return new Json.Text(value.toString());
    }

    @Override
    Object fromJson(Json json) {
      return JsonNumbers.character(json, label());
    }
  },
  INT(Integer.class, "Integer") {
    @Override
    Value encode(Object value) {
      return ofInteger((int) value);
    }

    @Override
    Object decode(Value value) {
      return Encoded.require(value, KindCase.INTEGER, label()).getInteger();
    }

    @Override
    Object fromJson(Json json) {
      return (int) JsonNumbers.integer(json, label(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
  },
  LONG(Long.class, "Long") {
    @Override
    Value encode(Object value) {
      return Value.newBuilder().setLongInteger((long) value).build();
    }

    @Override
    Object decode(Value value) {
      return Encoded.require(value, KindCase.LONG_INTEGER, label()).getLongInteger();
    }

    @Override
    Object fromJson(Json json) {
      return JsonNumbers.integer(json, label(), Long.MIN_VALUE, Long.MAX_VALUE);
    }
  },
  FLOAT(Float.class, "Float") {
    @Override
    Value encode(Object value) {
      return Value.newBuilder().setFloatBits(Float.floatToRawIntBits((float) value)).build();
    }

    @Override
    Object decode(Value value) {
      int bits = Encoded.require(value, KindCase.FLOAT_BITS, label()).getFloatBits();
      return Float.intBitsToFloat(bits);
    }

    @Override
    Json toJson(Object value) {
      return Float.isFinite((float) value) ? super.toJson(value) : new Json.Text(value.toString());
    }

    @Override
    Object fromJson(Json json) {
      return JsonNumbers.floating(json, label(), Float::parseFloat, number -> number.isInfinite());
    }
  },
  DOUBLE(Double.class, "Double") {
    @Override
    Value encode(Object value) {
      return Value.newBuilder().setDoubleBits(Double.doubleToRawLongBits((double) value)).build();
    }

    @Override
    Object decode(Value value) {
      long bits = Encoded.require(value, KindCase.DOUBLE_BITS, label()).getDoubleBits();
      return Double.longBitsToDouble(bits);
    }

    @Override
    Json toJson(Object value) {
      return Double.isFinite((double) value)
          ? super.toJson(value)
          : new Json.Text(value.toString());
    }

    @Override
    Object fromJson(Json json) {
      return JsonNumbers.floating(
          json, label(), Double::parseDouble, number -> number.isInfinite());
    }
  };

  private final Class<?> box;
  private final String boxName;

  PrimitiveForm(Class<?> box, String boxName) {
    this.box = box;
    this.boxName = boxName;
  }

  static PrimitiveForm of(Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN -> BOOLEAN;
      case BYTE -> BYTE;
      case SHORT -> SHORT;
      case CHAR -> CHAR;
      case INT -> INT;
      case LONG -> LONG;
      case FLOAT -> FLOAT;
      case DOUBLE -> DOUBLE;
      case PRIMITIVE_UNSPECIFIED, UNRECOGNIZED ->
          throw ValueException.of("names a primitive type that this version does not know");
    };
  }

  abstract Value encode(Object value);

  abstract Object decode(Value value);

  abstract Object fromJson(Json json);

  Json toJson(Object value) {
    return new Json.Numeral(value.toString());
  }

  Class<?> box() {
    return box;
  }

  String boxName() {
    return boxName;
  }

  /** The primitive's own name: {@code int}. */
  @SuppressWarnings("StringCaseLocaleUsage") // ASCII with the root locale
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Value ofInteger(int value) {
    return Value.newBuilder().setInteger(value).build();
  }

  int toInteger(Value value, int least, int greatest) {
    int number = Encoded.require(value, KindCase.INTEGER, label()).getInteger();
    if (number < least || number > greatest) {
      throw ValueException.expected(label(), String.valueOf(number));
    }
    return number;
  }
}
