package shop;

/** A gift. */
public record Free(String reason) implements Price {}
