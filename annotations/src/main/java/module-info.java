/** What a user writes Jacquard workflows with. */
module dev.jacquard {
  exports dev.jacquard;
  exports dev.jacquard.spi;
}
