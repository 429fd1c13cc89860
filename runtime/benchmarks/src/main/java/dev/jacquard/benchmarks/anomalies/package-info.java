/**
 * The workflows that are measured on a cluster, in a package of their own: it is all that pods need
 * of this module.
 */
package dev.jacquard.benchmarks.anomalies;
