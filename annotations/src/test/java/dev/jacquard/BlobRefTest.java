package dev.jacquard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobRefTest {

  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void equalContentIsAnEqualHandle() {
    assertThat(new BlobRef(EMPTY, 0)).isEqualTo(new BlobRef(EMPTY, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "e3b0",
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        "../../298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855a",
        EMPTY + "0",
        EMPTY + "\n",
      })
  void aDigestHasItsForm(String digest) {
    assertThatIllegalArgumentException().isThrownBy(() -> new BlobRef(digest, 0));
  }

  @Test
  void aSizeIsNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BlobRef(EMPTY, -1));
  }
}
