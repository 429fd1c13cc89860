package other;

public record Public(Narrow narrow) {}
