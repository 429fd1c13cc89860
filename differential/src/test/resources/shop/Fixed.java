package shop;

/** The same for everybody. */
public record Fixed(long cents) implements Price {}
