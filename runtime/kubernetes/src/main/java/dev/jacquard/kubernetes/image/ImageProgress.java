package dev.jacquard.kubernetes.image;

/** Hears how a build goes. Calls may come from any thread, one at a time or several. */
public interface ImageProgress {

  /** A stage begins. */
  void stage(String words);

  /** That much of the stage is done, from 0 to 1. */
  void done(double part);

  /** Something that somebody should know, and that does not keep the image from being built. */
  void warning(String words);
}
