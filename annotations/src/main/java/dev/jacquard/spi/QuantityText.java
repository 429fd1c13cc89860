package dev.jacquard.spi;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads quantities as Kubernetes writes them: a number that is not negative with a decimal suffix
 * ({@code n u m k M G T P E}), a binary one ({@code Ki Mi Gi Ti Pi Ei}), an exponent ({@code 1e3})
 * or none.
 *
 * <p>Stateless and thread-safe. The grammar is that of {@code
 * k8s.io/apimachinery/pkg/api/resource.Quantity}.
 */
public final class QuantityText {

  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE]([+-]?[0-9]{1,3}))?");
  // Each suffix is a thousand times the one before it; the gap is where there is none.
  private static final String DECIMAL = "num kMGTPE";
  private static final String BINARY = "KMGTPE";
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private QuantityText() {}

  /**
   * Reads a quantity.
   *
   * @param text the text, without blanks around it
   * @return the quantity in its base unit (cores, bytes, pieces): from 0 to 2^63-1
   * @throws IllegalArgumentException if the text is no quantity, is negative or too large; the
   *     message is for the user and says what to write
   */
  public static BigDecimal parse(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    if (!matcher.matches()) {
      throw refusal(text);
    }
    BigDecimal quantity =
        scale(new BigDecimal(matcher.group(1)), matcher.group(2), matcher.group(3));
    if (quantity.compareTo(LARGEST) > 0) {
      throw refusal(text);
    }
    return quantity;
  }

  private static BigDecimal scale(BigDecimal number, String suffix, String exponent) {
    if (suffix == null) {
      return number;
    }
    if (exponent != null) {
      return number.scaleByPowerOfTen(Integer.parseInt(exponent));
    }
    if (suffix.endsWith("i")) {
      return number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix.charAt(0)) + 1));
    }
    return number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - DECIMAL.indexOf(' ')));
  }

  private static IllegalArgumentException refusal(String text) {
    return new IllegalArgumentException(
        "Quantity must be a number from 0 to 2^63-1 with one of the suffixes"
            + " n u m k M G T P E, Ki Mi Gi Ti Pi Ei, or none; found \""
            + text
            + "\". Write for example \"125m\", \"0.5\", \"256Mi\" or \"1G\".");
  }
}
