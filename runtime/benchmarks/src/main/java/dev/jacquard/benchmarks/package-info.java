/**
 * Measures the budgets, each as a ratio to a baseline in the same run.
 *
 * <p>{@link dev.jacquard.benchmarks.Report} runs them all and prints the table; JMH's own command
 * runs them one by one.
 */
package dev.jacquard.benchmarks;
