/**
 * The workflow language, one small class per feature. Each runs as plain Java and as a graph, and
 * the tests compare the two.
 *
 * <p>In: what a user knows, {@code dev.jacquard} and the JDK. Out: workflows to read, to run and to
 * copy from.
 */
package dev.jacquard.examples.language;
