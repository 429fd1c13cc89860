module shop {
  requires dev.jacquard;

  exports shop.open;
  opens shop.opened to some.other;
}
