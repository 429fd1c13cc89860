/**
 * Graphs of workflows for people: as text, Mermaid, DOT and JSON.
 *
 * <p>Comes in: a spec. Goes out: text. {@code GraphReader} alone reads the contract; the formats
 * see {@code GraphView}.
 */
@NullMarked
package dev.jacquard.cli.graph;

import org.jspecify.annotations.NullMarked;
