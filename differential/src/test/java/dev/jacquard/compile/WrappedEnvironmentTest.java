package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.processor.JacquardProcessor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IDEs and build tools hand in an environment of their own, with javac's somewhere inside. */
class WrappedEnvironmentTest {

  @TempDir Path folder;
  private Project project;
  private Outputs outputs;

  @BeforeEach
  void compileInTheUsualWay() {
    project = Project.shop(folder);
    Javac.withJacquard().compile(project).mustSucceed();
    outputs = project.outputs();
    project.clean();
  }

  /** IntelliJ IDEA: a proxy, whose handler has captured what it stands for. */
  @Test
  void proxyIsUnwrapped() {
    compile(WrappedEnvironmentTest::proxy).mustSucceed();
    assertThat(project.outputs().contents()).isEqualTo(outputs.contents());
  }

  /** Gradle: a class with a field. */
  @Test
  void delegateIsUnwrapped() {
    compile(environment -> new DelegatingEnvironment(environment, environment.getFiler()))
        .mustSucceed();
    assertThat(project.outputs().contents()).isEqualTo(outputs.contents());
  }

  @Test
  void wrapperOfWrapperIsUnwrapped() {
    compile(
            environment ->
                proxy(new DelegatingEnvironment(proxy(environment), environment.getFiler())))
        .mustSucceed();
    assertThat(project.outputs().contents()).isEqualTo(outputs.contents());
  }

  @Test
  void everyFileGoesThroughTheFilerThatWasHandedIn() {
    SortedMap<String, Set<String>> origins = RecordingFiler.notes();
    compile(
            environment ->
                new DelegatingEnvironment(
                    environment, new RecordingFiler(environment.getFiler(), origins)))
        .mustSucceed();
    assertThat(origins.keySet()).isEqualTo(outputs.jacquards().contents().keySet());
  }

  /** Such as a compiler that is not javac: stubs, no specs, and one warning that says why. */
  @Test
  void environmentThatKeepsItsSecretGivesStubsAndOneWarning() {
    Report report = compile(WrappedEnvironmentTest::opaque).mustSucceed();
    assertThat(report.messages())
        .singleElement()
        .satisfies(warning -> assertThat(warning.text()).startsWith("[NotJavac]"));
    assertThat(project.outputs().contents())
        .isEqualTo(outputs.only(path -> !path.endsWith(".pb")).contents());
  }

  private Report compile(UnaryOperator<ProcessingEnvironment> wrap) {
    return Javac.withJacquard()
        .using(List.of(() -> new WrappedProcessor(new JacquardProcessor(), wrap)))
        .compile(project);
  }

  private static ProcessingEnvironment proxy(ProcessingEnvironment delegateTo) {
    InvocationHandler handler =
        new InvocationHandler() {
          @Override
          public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return forward(delegateTo, method, arguments);
          }
        };
    return proxy(handler);
  }

  private static ProcessingEnvironment opaque(ProcessingEnvironment hidden) {
    ThreadLocal<ProcessingEnvironment> secret = ThreadLocal.withInitial(() -> hidden);
    secret.get();
    return proxy((proxy, method, arguments) -> forward(secret.get(), method, arguments));
  }

  private static ProcessingEnvironment proxy(InvocationHandler handler) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            WrappedEnvironmentTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            handler);
  }

  private static Object forward(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
