/**
 * Declarations: elements and annotation mirrors in, the interfaces and policies of tasks and
 * workflows out, with every mistake of theirs reported at its exact place. Imports the model, the
 * catalogue, ASM for the bytes of records that come as class files, and Jackson for defaults.
 */
@NullMarked
package dev.jacquard.processor.declare;

import org.jspecify.annotations.NullMarked;
