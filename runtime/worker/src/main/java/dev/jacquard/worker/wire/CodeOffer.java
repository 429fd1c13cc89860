package dev.jacquard.worker.wire;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.DirectoryJar;
import dev.jacquard.worker.v1.CodeDescription;
import dev.jacquard.worker.v1.CodeEntry;
import dev.jacquard.worker.v1.Surroundings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The jars of a class path, for workers that lack them. Immutable. */
public final class CodeOffer {

  private final CodeDescription description;
  private final Map<String, Path> jars;

  private CodeOffer(CodeDescription description, Map<String, Path> jars) {
    this.description = description;
    this.jars = jars;
  }

  /**
   * Offers a class path; its directories as jars.
   *
   * @param surroundings the engine's
   * @param folder where those jars are written
   * @throws UncheckedIOException if something cannot be read or written
   */
  public static CodeOffer of(ClassPath classPath, Surroundings surroundings, Path folder) {
    Map<String, Path> jars = new LinkedHashMap<>();
    CodeDescription.Builder description =
        CodeDescription.newBuilder().setSurroundings(surroundings);
    try {
      for (Path entry : classPath.entries()) {
        Path jar = Files.isDirectory(entry) ? packed(entry, folder, jars.size()) : entry;
        String digest = CodeDigest.ofFile(jar);
        jars.put(digest, jar);
        description.addEntries(
            CodeEntry.newBuilder()
                .setDigest(digest)
                .setSize(Files.size(jar))
                .setName(String.valueOf(entry.getFileName())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The class path cannot be offered to workers.", e);
    }
    return new CodeOffer(description.build(), jars);
  }

  private static Path packed(Path directory, Path folder, int number) throws IOException {
    Path jar = folder.resolve("classes-" + number + ".jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      DirectoryJar.write(directory, out);
    }
    return jar;
  }

  /** What is offered. */
  public CodeDescription description() {
    return description;
  }

  /** Finds a jar by its digest; null if it is not of this class path. */
  public @Nullable Path find(String digest) {
    return jars.get(digest);
  }
}
