/**
 * What tests of workflows and of backends use: manual clock, stepped engine, conformance suite.
 *
 * <p>Comes in: code and arguments, or a backend. Goes out: outcomes and what was recorded. Imports
 * all packages of the engine that it drives; nothing imports it.
 */
@NullMarked
package dev.jacquard.engine.testing;

import org.jspecify.annotations.NullMarked;
