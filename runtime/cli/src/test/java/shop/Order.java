package shop;

import java.util.List;

/** A record as a parameter. */
public record Order(String customer, List<Integer> amounts) {}
