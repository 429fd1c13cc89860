package other;

record Narrow(int x) {}
