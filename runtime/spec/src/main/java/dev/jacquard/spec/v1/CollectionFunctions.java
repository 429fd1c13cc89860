package dev.jacquard.spec.v1;

import static dev.jacquard.spec.v1.PureFunctions.methods;

import java.util.ArrayList;
import java.util.List;

/** Lists, sets, maps, optionals, enums, and what Jacquard itself brings. */
final class CollectionFunctions {

  private CollectionFunctions() {}

  static List<String> signatures() {
    List<String> all = new ArrayList<>();
    all.addAll(
        methods(
            "dev.jacquard.Workflows",
            "range(int)",
            "successes(java.util.List)",
            "sortedKeys(java.util.Map)"));
    all.addAll(methods("dev.jacquard.Failure", "of(Throwable)", "className()", "equals(Object)"));
    all.addAll(methods("dev.jacquard.Failure", "classNames()", "message()"));
    all.addAll(methods("dev.jacquard.BlobRef", "digest()", "size()", "equals(Object)"));
    all.addAll(methods("dev.jacquard.Outcome", "index()"));
    all.addAll(methods("dev.jacquard.Outcome$Succeeded", "index()", "value()"));
    all.addAll(methods("dev.jacquard.Outcome$Failed", "index()", "failure()"));
    all.addAll(methods("java.lang.Throwable", "getMessage()"));
    all.addAll(
        methods(
            "java.util.List",
            "size()",
            "isEmpty()",
            "get(int)",
            "contains(Object)",
            "containsAll(java.util.Collection)",
            "indexOf(Object)",
            "lastIndexOf(Object)",
            "subList(int,int)",
            "equals(Object)"));
    all.addAll(
        methods(
            "java.util.Set",
            "size()",
            "isEmpty()",
            "contains(Object)",
            "containsAll(java.util.Collection)",
            "equals(Object)"));
    all.addAll(
        methods(
            "java.util.Map",
            "size()",
            "isEmpty()",
            "get(Object)",
            "getOrDefault(Object,Object)",
            "containsKey(Object)",
            "containsValue(Object)",
            "equals(Object)"));
    all.addAll(
        methods(
            "java.util.Optional",
            "of(Object)",
            "ofNullable(Object)",
            "empty()",
            "isPresent()",
            "isEmpty()",
            "get()",
            "orElse(Object)",
            "orElseThrow()",
            "equals(Object)"));
    all.addAll(methods("java.lang.Object", "equals(Object)"));
    all.addAll(methods("java.lang.Record", "equals(Object)"));
    all.addAll(
        methods("java.lang.Enum", "name()", "ordinal()", "equals(Object)", "compareTo(Enum)"));
    all.addAll(
        methods(
            "java.util.Objects",
            "equals(Object,Object)",
            "isNull(Object)",
            "nonNull(Object)",
            "requireNonNull(Object)",
            "requireNonNull(Object,String)",
            "requireNonNullElse(Object,Object)",
            "checkIndex(int,int)"));
    return all;
  }
}
