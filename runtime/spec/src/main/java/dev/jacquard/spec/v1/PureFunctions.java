package dev.jacquard.spec.v1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The closed list of functions that an expression may call, by signature: class, method and erased
 * parameter types, {@code java.util.List.get(int)}; a constructor's method is {@code <init>}. The
 * compiler refuses what is not here; the engine evaluates all that is.
 *
 * <p>None of them runs user code, reads a clock, a locale, a zone or a random number, or depends on
 * the order of a set or map.
 */
public final class PureFunctions {

  /** {@code List.of} with any number of elements, which come as the arguments. */
  public static final String LIST_OF = "java.util.List.of(java.lang.Object[])";

  /** {@code Map.of} with up to ten entries: key, value, key, value. */
  public static final String MAP_OF = "java.util.Map.of(java.lang.Object[])";

  private static final Set<String> SIGNATURES = signatureSet();

  private PureFunctions() {}

  /** Returns every signature of the list. */
  public static Set<String> signatures() {
    return SIGNATURES;
  }

  private static Set<String> signatureSet() {
    Set<String> all = new LinkedHashSet<>(List.of(LIST_OF, MAP_OF));
    all.addAll(CollectionFunctions.signatures());
    all.addAll(TextFunctions.signatures());
    all.addAll(NumberFunctions.signatures());
    all.addAll(BigNumberFunctions.signatures());
    all.addAll(TimeFunctions.signatures());
    return Collections.unmodifiableSet(all);
  }

  /**
   * Returns the signatures of some methods of a class.
   *
   * @param owner binary class name
   * @param methods name and parameters; {@code this} stands for the class itself, a name without
   *     dot that begins with a capital for a class of {@code java.lang}
   */
  static List<String> methods(String owner, String... methods) {
    List<String> signatures = new ArrayList<>();
    for (String method : methods) {
      int open = method.indexOf('(');
      String list = method.substring(open + 1, method.length() - 1);
      List<String> parameters = new ArrayList<>();
      for (String parameter : list.isEmpty() ? new String[0] : list.split(",", -1)) {
        parameters.add(parameter(owner, parameter.strip()));
      }
      String name = method.substring(0, open);
      signatures.add(owner + "." + name + "(" + String.join(",", parameters) + ")");
    }
    return signatures;
  }

  private static String parameter(String owner, String name) {
    if (name.equals("this")) {
      return owner;
    }
    boolean bare = Character.isUpperCase(name.charAt(0)) && name.indexOf('.') < 0;
    return bare ? "java.lang." + name : name;
  }
}
