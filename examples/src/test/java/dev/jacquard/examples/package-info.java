/**
 * Holds the examples and the pages of {@code docs/} to the truth: plain Java and graph agree, and
 * what the pages show compiles.
 */
package dev.jacquard.examples;
