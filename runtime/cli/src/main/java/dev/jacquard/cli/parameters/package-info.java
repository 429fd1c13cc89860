/**
 * The parameters of a workflow as options of the command line.
 *
 * <p>Comes in: a spec and the words after the workflow's name. Goes out: arguments as Java objects,
 * or all that is wrong with the words at once; and help. Values are read by {@code engine.value}.
 */
@NullMarked
package dev.jacquard.cli.parameters;

import org.jspecify.annotations.NullMarked;
