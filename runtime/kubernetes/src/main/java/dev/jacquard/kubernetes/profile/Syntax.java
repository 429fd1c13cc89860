package dev.jacquard.kubernetes.profile;

import dev.jacquard.spi.QuantityText;
import java.util.regex.Pattern;

/**
 * What the API server would refuse, told before it is asked. The grammars are those of "Object
 * Names and IDs" and "Labels and Selectors" in the documentation of Kubernetes.
 */
final class Syntax {

  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String WORD = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
  private static final Pattern SUBDOMAIN = Pattern.compile(WORD + "(\\." + WORD + ")*");
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

  private Syntax() {}

  /** The name of an object. */
  static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && SUBDOMAIN.matcher(text).matches();
  }

  /** The name of something inside a pod. */
  static boolean isShortName(String text) {
    return text.length() <= LONGEST_LABEL && text.matches(WORD);
  }

  /** The value of a label. */
  static boolean isLabelValue(String text) {
    return text.isEmpty() || (text.length() <= LONGEST_LABEL && LABEL.matcher(text).matches());
  }

  /** The key of a label: {@code name}, or {@code domain/name}. */
  static boolean isLabelKey(String text) {
    int slash = text.indexOf('/');
    String name = text.substring(slash + 1);
    return !name.isEmpty() && isLabelValue(name) && (slash < 0 || isName(text.substring(0, slash)));
  }

  /** An amount. */
  static boolean isQuantity(String text) {
    try {
      QuantityText.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
