/** The graph as records and sealed types; imports no other stage. */
@NullMarked
package dev.jacquard.processor.model;

import org.jspecify.annotations.NullMarked;
