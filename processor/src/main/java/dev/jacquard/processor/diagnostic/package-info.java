/** The catalogue of what the processor says; imports no stage. */
@NullMarked
package dev.jacquard.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
