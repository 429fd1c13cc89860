package dev.jacquard.spec.v1;

import static dev.jacquard.spec.v1.PureFunctions.methods;

import java.util.ArrayList;
import java.util.List;

/**
 * Text, characters and UUIDs; nothing that asks for the default locale, and no regular expressions,
 * which may run away.
 */
final class TextFunctions {

  private TextFunctions() {}

  static List<String> signatures() {
    List<String> all = new ArrayList<>();
    all.addAll(
        methods(
            "java.lang.String",
            "length()",
            "isEmpty()",
            "isBlank()",
            "charAt(int)",
            "codePointAt(int)",
            "codePointCount(int,int)",
            "substring(int)",
            "substring(int,int)",
            "concat(this)",
            "contains(CharSequence)",
            "contentEquals(CharSequence)",
            "startsWith(this)",
            "startsWith(this,int)",
            "endsWith(this)",
            "indexOf(int)",
            "indexOf(int,int)",
            "indexOf(this)",
            "indexOf(this,int)",
            "lastIndexOf(int)",
            "lastIndexOf(int,int)",
            "lastIndexOf(this)",
            "lastIndexOf(this,int)",
            "trim()",
            "strip()",
            "stripLeading()",
            "stripTrailing()",
            "repeat(int)",
            "replace(CharSequence,CharSequence)",
            "replace(char,char)",
            "toCharArray()",
            "toString()",
            "hashCode()",
            "equals(Object)",
            "equalsIgnoreCase(this)",
            "compareTo(this)",
            "compareToIgnoreCase(this)",
            "join(CharSequence,Iterable)",
            "valueOf(int)",
            "valueOf(long)",
            "valueOf(float)",
            "valueOf(double)",
            "valueOf(boolean)",
            "valueOf(char)",
            "valueOf(char[])"));
    all.addAll(
        methods(
            "java.lang.Character",
            "valueOf(char)",
            "charValue()",
            "equals(Object)",
            "compareTo(this)",
            "compare(char,char)",
            "toString()",
            "toString(char)",
            "hashCode()",
            "isDigit(char)",
            "isLetter(char)",
            "isLetterOrDigit(char)",
            "isUpperCase(char)",
            "isLowerCase(char)",
            "isWhitespace(char)",
            "isSpaceChar(char)",
            "toUpperCase(char)",
            "toLowerCase(char)",
            "getNumericValue(char)"));
    all.addAll(
        methods(
            "java.util.UUID",
            "<init>(long,long)",
            "fromString(String)",
            "getMostSignificantBits()",
            "getLeastSignificantBits()",
            "toString()",
            "equals(Object)",
            "compareTo(this)"));
    return all;
  }
}
