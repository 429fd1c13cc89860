/**
 * What tests of workflows and of backends use: manual clock, stepped engine, conformance suites.
 */
@NullMarked
package dev.jacquard.engine.testing;

import org.jspecify.annotations.NullMarked;
