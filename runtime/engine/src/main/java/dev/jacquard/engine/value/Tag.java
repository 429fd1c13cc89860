package dev.jacquard.engine.value;

/**
 * How the JSON object of a sealed interface says which class it is.
 *
 * @param field the field that says it: {@code type}, or {@code $type} where a record has a
 *     component of that name
 * @param label what it says: the class's simple name, or its binary name where two have the same
 */
record Tag(String field, String label) {}
