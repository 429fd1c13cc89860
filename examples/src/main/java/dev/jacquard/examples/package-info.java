/**
 * Realistic programs: the two that everything is measured by.
 *
 * <p>In: what a user knows, {@code dev.jacquard} and the JDK. Out: workflows to run from the
 * command line, from a {@code main} and from tests.
 */
package dev.jacquard.examples;
