package dev.jacquard.kubernetes.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import dev.jacquard.kubernetes.image.BaseImage.InFile;
import dev.jacquard.kubernetes.image.BaseImage.InRegistry;
import dev.jacquard.kubernetes.image.ImageException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Builds one image. */
public final class ImageBuild {

  private static final int BYTES_OF_A_TAG = 6;

  private final ImageRequest request;
  private final ImageProgress progress;
  private final Platform platform;
  private final Path folder;
  private final JibRun jib;

  private ImageBuild(ImageRequest request, ImageProgress progress, Path folder)
      throws ImageException {
    this.request = request;
    this.progress = progress;
    this.platform = Platform.of(request.platform());
    this.folder = folder;
    this.jib = new JibRun(request.cache(), folder, progress);
  }

  /**
   * Builds an image. The same request gives the same image, wherever its files lie and however old
   * they are.
   *
   * @throws ImageException if it cannot be built; a file that was there before is left as it was
   */
  public static BuiltImage build(ImageRequest request, ImageProgress progress)
      throws ImageException, InterruptedException {
    try {
      Path folder = Files.createTempDirectory("jacquard-image");
      try {
        return new ImageBuild(request, progress, folder).build();
      } finally {
        Folder.delete(folder);
      }
    } catch (IOException e) {
      throw new ImageException(
          Kind.FAILED, "The image could not be built on this machine: " + e.getMessage(), e);
    }
  }

  private BuiltImage build() throws ImageException, IOException, InterruptedException {
    ImageReference wanted = name(request.name());
    if (request.plainHttp()) {
      checkPlainHttp(wanted);
    }
    String base = request.base().toString();
    Path file = baseFile();
    progress.stage("looking for Java in " + base);
    BaseContents contents = BaseReader.read(base, file);
    platform.check(base, contents);
    JavaInImage java = JavaInImage.find(base, contents);
    warn(java);
    ImageLayers layers = new ImageLayers(request.content(), folder);
    ImageSettings settings = ImageSettings.of(request.content(), layers, contents, java);
    ImageReference name =
        hasTag(request.name()) ? wanted : wanted.withQualifier(tag(contents, layers, settings));
    progress.stage("building " + name);
    JibContainerBuilder builder = settings.applyTo(from(file));
    JibContainer built = containerize(builder.setFileEntriesLayers(layers.layers()), name);
    return new BuiltImage(
        name.toString(),
        built.getDigest().toString(),
        built.getImageId().toString(),
        java.feature(),
        layers.described());
  }

  /** One of the two has to be on this machine; the other is spoken to as always. */
  private void checkPlainHttp(ImageReference wanted) throws ImageException {
    if (request.target() instanceof ImageTarget.ToRegistry) {
      Registries.checkPlainHttp(wanted);
    } else if (request.base() instanceof InRegistry remote) {
      Registries.checkPlainHttp(Registries.parse(remote.name()));
    }
  }

  private static ImageReference name(String text) throws ImageException {
    try {
      ImageReference name = ImageReference.parse(text);
      if (name.getDigest().isEmpty()) {
        return name;
      }
    } catch (InvalidImageReferenceException e) {
      throw new ImageException(
          Kind.INPUT,
          "The image's name must be one, as in team/app or localhost:5000/app:1; found "
              + text
              + ".",
          e);
    }
    throw new ImageException(
        Kind.INPUT, "The image's name must be without a digest; found " + text + ".");
  }

  private static boolean hasTag(String name) {
    return name.lastIndexOf(':') > name.lastIndexOf('/');
  }

  /** A file that has the base image; one from a registry is brought here to be looked into. */
  private Path baseFile() throws ImageException, IOException, InterruptedException {
    if (request.base() instanceof InFile local) {
      return local.file();
    }
    String base = request.base().toString();
    progress.stage("fetching " + base);
    Path file = folder.resolve("base.tar");
    Containerizer copy =
        Containerizer.to(TarImage.at(file).named(ImageReference.of(null, "base", null)));
    ImageReference name = Registries.parse(base);
    copy.setAllowInsecureRegistries(request.plainHttp() && Registries.isHere(name));
    jib.run(platform.choose(Jib.from(Registries.image(name))), copy, base, true, false);
    return file;
  }

  /**
   * Layers of a base image keep their digests when they come from its registry, so that machines
   * that have them need not fetch them. Where one registry is spoken to without TLS and the other
   * with it, the copy has to do.
   */
  private JibContainerBuilder from(Path file) {
    if (request.base() instanceof InRegistry remote) {
      ImageReference name = Registries.parse(remote.name());
      if (!request.plainHttp() || Registries.isHere(name)) {
        return platform.choose(Jib.from(Registries.image(name)));
      }
    }
    return Jib.from(TarImage.at(file));
  }

  private void warn(JavaInImage java) {
    int here = Runtime.version().feature();
    if (java.feature() != here && java.feature() > 0) {
      progress.warning(
          ("%s has Java %d, and this is Java %d: an engine takes workers of another Java with"
                  + " --allow-mixed-java alone.")
              .formatted(request.base(), java.feature(), here));
    }
  }

  /** What is in an image names it, so that no machine takes an older one for it. */
  private static String tag(BaseContents base, ImageLayers layers, ImageSettings settings) {
    MessageDigest digest = ImageLayers.sha256();
    digest.update(base.diffIds().toString().getBytes(UTF_8));
    layers.update(digest);
    digest.update(settings.toString().getBytes(UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES_OF_A_TAG);
  }

  private JibContainer containerize(JibContainerBuilder builder, ImageReference name)
      throws ImageException, IOException, InterruptedException {
    boolean remoteBase = request.base() instanceof InRegistry;
    if (request.target() instanceof ImageTarget.ToFile target) {
      Path whole = target.file().toAbsolutePath();
      Path part = whole.resolveSibling(whole.getFileName() + ".part");
      try {
        Containerizer tar = Containerizer.to(TarImage.at(part).named(name));
        tar.setAllowInsecureRegistries(request.plainHttp());
        JibContainer built =
            jib.run(
                builder.setFormat(ImageFormat.Docker),
                tar,
                request.base().toString(),
                remoteBase,
                false);
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        return built;
      } finally {
        Files.deleteIfExists(part);
      }
    }
    Containerizer registry = Containerizer.to(Registries.image(name));
    registry.setAllowInsecureRegistries(request.plainHttp());
    return jib.run(builder.setFormat(ImageFormat.OCI), registry, name.toString(), true, true);
  }
}
