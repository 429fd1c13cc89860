package other.deep;

public record Far(int value) {}
