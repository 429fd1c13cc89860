package dev.jacquard.processor.declare;

import dev.jacquard.processor.model.ValueType.Implicit;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.objectweb.asm.ClassReader;

/** Facts of records that come as class files, read from the instructions of their members. */
public final class ClassFileRecords implements RecordFacts {

  private final Elements elements;
  private final Filer filer;

  /** Reads by the compiler's own filer: a build tool's wrapper may take reading for writing. */
  public ClassFileRecords(Elements elements, Filer filer) {
    this.elements = elements;
    this.filer = filer;
  }

  @Override
  public Optional<Implicit> of(TypeElement type) {
    String binaryName = elements.getBinaryName(type).toString();
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    String file =
        (packageName.isEmpty() ? binaryName : binaryName.substring(packageName.length() + 1))
            + ".class";
    ModuleElement module = elements.getModuleOf(type);
    String inModule =
        module == null || module.isUnnamed()
            ? packageName
            : module.getQualifiedName() + "/" + packageName;
    return read(StandardLocation.CLASS_PATH, packageName, file)
        .or(() -> read(StandardLocation.CLASS_OUTPUT, packageName, file))
        .or(() -> read(StandardLocation.MODULE_PATH, inModule, file))
        .map(bytes -> RecordInstructions.read(new ClassReader(bytes)));
  }

  private Optional<byte[]> read(Location location, String packageName, String file) {
    try (InputStream stream = filer.getResource(location, packageName, file).openInputStream()) {
      return Optional.of(stream.readAllBytes());
    } catch (IOException | RuntimeException e) {
      // File managers differ in how they say that there is none; another place may have it.
      return Optional.empty();
    }
  }
}
