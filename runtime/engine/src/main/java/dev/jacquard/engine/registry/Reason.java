package dev.jacquard.engine.registry;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words: the JDK has the file alone for some. */
final class Reason {

  private Reason() {}

  static String of(IOException exception) {
    if (!(exception instanceof FileSystemException file)) {
      return String.valueOf(exception.getMessage());
    }
    if (exception instanceof AccessDeniedException) {
      return "access to " + file.getFile() + " is denied";
    }
    if (exception instanceof FileAlreadyExistsException) {
      return file.getFile() + " is a file";
    }
    return exception instanceof NoSuchFileException
        ? "there is no " + file.getFile()
        : String.valueOf(exception.getMessage());
  }
}
