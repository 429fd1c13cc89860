/** The annotation processor: wiring of the stages, which never import each other. */
@NullMarked
package dev.jacquard.processor;

import org.jspecify.annotations.NullMarked;
