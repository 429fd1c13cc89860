package dev.jacquard.engine.code;

import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.RecordComponent;
import dev.jacquard.spec.v1.RecordType;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spec.v1.WorkflowInterface;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A small application that is compiled without the processor: what that would have made stands here
 * by hand, so that a test can leave out or alter any part of it.
 */
public final class SampleApplication {

  public static final String WORKFLOW = "shop.Anomaly.detect";
  public static final String OUTER = "shop.Anomaly.outer";

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> later = new LinkedHashMap<>();
  private final Map<String, byte[]> resources = new LinkedHashMap<>();

  /** The whole application, sound. */
  public static SampleApplication sound() {
    SampleApplication application = new SampleApplication();
    application.source(
        "shop.Anomaly",
        """
        package shop;
        import dev.jacquard.*;
        import java.util.*;
        public final class Anomaly {
          static { System.setProperty("shop.Anomaly", "initialized"); }
          @Task static boolean isAnomalous(Point point, int threshold) { return point.value() > threshold; }
          @Workflow public static List<Boolean> detect(List<Point> points, int threshold) { return List.of(); }
          @Workflow public static List<Boolean> outer(List<Point> points) { return detect(points, 11); }
        }
        """);
    application.source(
        "shop.Point",
        "package shop; public record Point(int value, java.util.List<String> tags) {}");
    application.source(
        "shop.AnomalyHandlers",
        """
        package shop;
        public final class AnomalyHandlers {
          public static final class isAnomalous implements dev.jacquard.spi.TaskHandler {
            public Object call(Object actor, Object[] a) { return Anomaly.isAnomalous((Point) a[0], (int) a[1]); }
          }
        }
        """);
    application.source(
        "shop.AnomalyCodecs",
        """
        package shop;
        public final class AnomalyCodecs {
          @SuppressWarnings("unchecked")
          public static final class Point implements dev.jacquard.spi.RecordCodec {
            public Class<?> type() { return shop.Point.class; }
            public Object component(Object v, int i) { return i == 0 ? ((shop.Point) v).value() : ((shop.Point) v).tags(); }
            public Object create(Object[] c) { return new shop.Point((int) c[0], (java.util.List<String>) c[1]); }
          }
        }
        """);
    application.source(
        "shop.AnomalyWorkflows", "package shop; public final class AnomalyWorkflows {}");
    return application.spec(detect()).spec(outer());
  }

  public SampleApplication source(String className, String text) {
    sources.put(className, text);
    return this;
  }

  /**
   * A class that was compiled again after all others, which still have been compiled with the old
   * one.
   */
  public SampleApplication stale(String className, String newer) {
    later.put(className, newer);
    return this;
  }

  public SampleApplication without(String className) {
    sources.remove(className);
    return this;
  }

  public SampleApplication spec(WorkflowSpec spec) {
    return resource(SpecFiles.resource(spec.getInterface().getId()), spec.toByteArray());
  }

  public SampleApplication withoutSpec(String workflowId) {
    resources.remove(SpecFiles.resource(workflowId));
    return this;
  }

  public SampleApplication resource(String name, byte[] content) {
    resources.put(name, content);
    return this;
  }

  /** Compiles into a directory. */
  public Path compile(Path directory) {
    try {
      Files.createDirectories(directory);
      compile(sources, directory);
      compile(later, directory);
      for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
        Path file = directory.resolve(resource.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, resource.getValue());
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(Map<String, String> sources, Path directory) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-proc:none",
            "-nowarn",
            "--release",
            "17",
            "-d",
            directory.toString(),
            "-classpath",
            directory + File.pathSeparator + System.getProperty("java.class.path"));
    if (!sources.isEmpty()
        && !compiler.getTask(null, null, null, options, null, units(sources)).call()) {
      throw new AssertionError("the sample does not compile");
    }
  }

  /** Compiles into a jar beside the directory. */
  public Path jar(Path jar, Map<String, String> manifest) {
    Path classes = compile(jar.resolveSibling(jar.getFileName() + ".classes"));
    Manifest head = new Manifest();
    head.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.forEach((name, value) -> head.getMainAttributes().putValue(name, value));
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream output = new JarOutputStream(file, head);
        Stream<Path> files = Files.walk(classes)) {
      for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
        output.putNextEntry(new ZipEntry(classes.relativize(path).toString()));
        Files.copy(path, output);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<SimpleJavaFileObject> units(Map<String, String> sources) {
    List<SimpleJavaFileObject> units = new ArrayList<>();
    sources.forEach(
        (name, text) ->
            units.add(
                new SimpleJavaFileObject(
                    URI.create("string:///" + name.replace('.', '/') + ".java"),
                    javax.tools.JavaFileObject.Kind.SOURCE) {
                  @Override
                  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return text;
                  }
                }));
    return units;
  }

  public static WorkflowSpec detect() {
    return spec(WORKFLOW, points(), integer("threshold"))
        .addTasks(
            TaskInterface.newBuilder()
                .setId("shop.Anomaly.isAnomalous")
                .setClassName("shop.Anomaly")
                .setMethod("isAnomalous")
                .setErasedParameters("(shop.Point,int)")
                .addParameters(Parameter.newBuilder().setName("point").setType(defined()))
                .addParameters(integer("threshold"))
                .setResult(Type.newBuilder().setPrimitive(Primitive.BOOLEAN))
                .setHandler("shop.AnomalyHandlers$isAnomalous"))
        .build();
  }

  public static WorkflowSpec outer() {
    return spec(OUTER, points()).addWorkflows(detect().getInterface()).build();
  }

  private static WorkflowSpec.Builder spec(String id, Parameter... parameters) {
    WorkflowInterface.Builder workflow = WorkflowInterface.newBuilder().setId(id);
    workflow.setResult(list(Type.newBuilder().setBoxed(Primitive.BOOLEAN).build()));
    for (Parameter parameter : parameters) {
      workflow.addParameters(parameter);
    }
    return WorkflowSpec.newBuilder()
        .setContract(1)
        .setInterface(workflow)
        .setVersion("graph-of-" + id)
        .setCompiler("0.1.0")
        .addTypes(
            TypeDefinition.newBuilder()
                .setName("shop.Point")
                .setRecord(
                    RecordType.newBuilder()
                        .setCodec("shop.AnomalyCodecs$Point")
                        .addComponents(
                            RecordComponent.newBuilder()
                                .setName("value")
                                .setType(Type.newBuilder().setPrimitive(Primitive.INT)))
                        .addComponents(
                            RecordComponent.newBuilder()
                                .setName("tags")
                                .setType(
                                    list(Type.newBuilder().setScalar(Scalar.STRING).build())))));
  }

  private static Parameter points() {
    return Parameter.newBuilder().setName("points").setType(list(defined())).build();
  }

  private static Parameter integer(String name) {
    return Parameter.newBuilder()
        .setName(name)
        .setType(Type.newBuilder().setPrimitive(Primitive.INT))
        .build();
  }

  private static Type defined() {
    return Type.newBuilder().setDefined(0).build();
  }

  private static Type list(Type element) {
    return Type.newBuilder().setList(element).build();
  }
}
