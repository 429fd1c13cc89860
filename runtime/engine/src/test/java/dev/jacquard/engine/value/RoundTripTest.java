package dev.jacquard.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.value.RandomValues.Typed;
import dev.jacquard.spec.v1.Value;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class RoundTripTest {

  private static final ValueEncoding ENCODING = ValueEncoding.of(Shop.TYPES);
  private static final JsonValues JSON = JsonValues.of(Shop.TYPES);

  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void decodingAnEncodingGivesAnEqualValueAndTheSameBytes(@ForAll("typed") Typed typed)
      throws Exception {
    Value encoded = ENCODING.encode(typed.type(), typed.value());
    Value received = Value.parseFrom(encoded.toByteString());
    Object decoded = ENCODING.decode(typed.type(), received);

    assertThat(ENCODING.equal(typed.type(), typed.value(), decoded)).isTrue();
    assertThat(ENCODING.encode(typed.type(), decoded).toByteString())
        .isEqualTo(encoded.toByteString());
  }

  /** By the types' own equals, where they have one: so that equality is not checked by itself. */
  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void decodedScalarsAreEqualAsJavaSays(@ForAll("scalars") Typed typed) {
    Object decoded = ENCODING.decode(typed.type(), ENCODING.encode(typed.type(), typed.value()));

    assertThat(decoded).isEqualTo(typed.value());
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void readingWrittenJsonGivesAnEqualValue(@ForAll("typed") Typed typed) {
    String json = JSON.write(typed.type(), typed.value());
    Object read = JSON.read(typed.type(), json, "value");

    assertThat(ENCODING.equal(typed.type(), typed.value(), read)).describedAs(json).isTrue();
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void wrongTypesAreRefusedWithThePath(@ForAll("typed") Typed typed, @ForAll("typed") Typed other) {
    ENCODING.check(typed.type(), typed.value(), "value");
    Value encoded = ENCODING.encode(typed.type(), typed.value());
    try {
      ENCODING.decode(other.type(), encoded);
    } catch (ValueException e) {
      assertThat(e.getMessage()).startsWith(Shop.TYPES.name(other.type()));
    }
  }

  @Provide
  Arbitrary<Typed> scalars() {
    return RandomValues.typed()
        .filter(typed -> typed.type().hasScalar() || typed.type().hasBoxed());
  }

  @Provide
  Arbitrary<Typed> typed() {
    return RandomValues.typed();
  }
}
