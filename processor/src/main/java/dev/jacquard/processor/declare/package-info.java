/** Elements and annotation mirrors in, declarations of tasks and workflows out. */
@NullMarked
package dev.jacquard.processor.declare;

import org.jspecify.annotations.NullMarked;
