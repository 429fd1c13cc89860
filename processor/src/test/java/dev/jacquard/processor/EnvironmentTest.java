package dev.jacquard.processor;

import static dev.jacquard.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.processor.TestCompiler.Compiled;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor behind what build tools and IDEs put between it and javac, and without javac. */
class EnvironmentTest {

  private static final JavaFileObject SHOP =
      source(
          "shop/Shop.java",
          "package shop;",
          "import dev.jacquard.*;",
          "class Shop {",
          "  record Line(int x) {}",
          "  @Task static int price(Line line) { return line.x(); }",
          "  @Workflow static int run(int x) { return price(new Line(x)); }",
          "}");

  @TempDir Path home;

  /** Hands an environment on that is made of javac's. */
  private static final class Wrapped extends AbstractProcessor {
    private final JacquardProcessor processor = new JacquardProcessor();
    private final UnaryOperator<ProcessingEnvironment> wrapper;

    Wrapped(UnaryOperator<ProcessingEnvironment> wrapper) {
      this.wrapper = wrapper;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      processor.init(wrapper.apply(environment));
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // claims what the processor claims
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }

  /** As Gradle does it: a class of its own, with javac's environment in a private field. */
  private static class Delegating implements ProcessingEnvironment {
    private final ProcessingEnvironment delegate;
    private final Filer filer;

    Delegating(ProcessingEnvironment delegate, Filer filer) {
      this.delegate = delegate;
      this.filer = filer;
    }

    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
      return filer;
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }
  }

  /** Passes every call on; a named class, so that nobody may rely on what a lambda captures. */
  private static class Passing implements InvocationHandler {
    private final Object target;

    Passing(Object target) {
      this.target = target;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  /** Writes down what is created, with its origins. */
  private static final class Recording extends Passing {
    private final List<String> created;

    Recording(Filer filer, List<String> created) {
      super(filer);
      this.created = created;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      Element[] origins = (Element[]) arguments[arguments.length - 1];
      created.add(
          method.getName() + " " + arguments[arguments.length - 2] + Arrays.asList(origins));
      return super.invoke(proxy, method, arguments);
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Test
  void filesGoThroughTheFilerThatWasHandedInEachWithOneOrigin() {
    List<String> created = new ArrayList<>();
    Compiled compiled =
        compile(
            javac ->
                new Delegating(
                    javac, proxy(Filer.class, new Recording(javac.getFiler(), created))));
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.specs()).hasSize(1);
    assertThat(created)
        .containsExactly(
            "createSourceFile shop.ShopWorkflows[shop.Shop]",
            "createSourceFile shop.ShopHandlers[shop.Shop]",
            "createSourceFile shop.ShopCodecs[shop.Shop]",
            "createResource META-INF/jacquard/shop.Shop.run.pb[shop.Shop]");
  }

  @Test
  void proxyAroundAWrapperAroundJavac() {
    Compiled compiled =
        compile(
            javac ->
                proxy(
                    ProcessingEnvironment.class,
                    new Passing(new Delegating(javac, javac.getFiler()))));
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.specs()).hasSize(1);
  }

  /** Its tools work, but no way leads from it to javac. */
  private static ProcessingEnvironment withoutJavac(ProcessingEnvironment javac) {
    Map<String, Object> tools =
        Map.of(
            "getMessager", javac.getMessager(),
            "getFiler", javac.getFiler(),
            "getElementUtils", javac.getElementUtils(),
            "getTypeUtils", javac.getTypeUtils(),
            "getOptions", Map.of(),
            "getLocale", Locale.ROOT,
            "getSourceVersion", SourceVersion.latest());
    return proxy(
        ProcessingEnvironment.class, (proxy, method, arguments) -> tools.get(method.getName()));
  }

  @Test
  void anotherCompilerGetsOneWarningAndStubs() {
    Compiled compiled = compile(EnvironmentTest::withoutJavac);
    assertThat(compiled.messages()).singleElement().asString().contains("[NotJavac]");
    assertThat(compiled.successful()).isTrue();
    assertThat(compiled.sources())
        .containsKeys("shop/ShopWorkflows.java", "shop/ShopHandlers.java");
    assertThat(compiled.specs()).isEmpty();
  }

  @Test
  void mistakeOfTheProcessorIsOneErrorAndNoException() {
    Filer broken =
        proxy(
            Filer.class,
            (proxy, method, arguments) -> {
              throw new IllegalStateException("planted");
            });
    Compiled compiled = compile(javac -> new Delegating(javac, broken));
    assertThat(compiled.successful()).isFalse();
    assertThat(compiled.messages())
        .singleElement()
        .asString()
        .startsWith("3: [InternalError]")
        .contains(
            "planted", "shop.Shop", "at dev.jacquard.processor.generate.GeneratedSources.write");
  }

  private Compiled compile(UnaryOperator<ProcessingEnvironment> wrapper) {
    return TestCompiler.into(home).inPlaceOfOwn(new Wrapped(wrapper)).compile(SHOP);
  }
}
