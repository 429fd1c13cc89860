package shop;

import java.util.List;

/** What a customer wants. */
public record Order(String id, List<Line> lines, Status status) {}
