package shop;

/** Some pieces of one article. */
public record Line(String article, int pieces, Price price) {}
