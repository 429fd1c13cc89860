package dev.jacquard.processor.model;

/**
 * Where a node stands in its source: lines and columns from one, the end exclusive. The end is zero
 * where the compiler kept no end positions.
 */
public record SourceSpan(int startLine, int startColumn, int endLine, int endColumn) {}
