package shop;

/** What one piece costs. */
public sealed interface Price permits Fixed, Free {}
