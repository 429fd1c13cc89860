# Builds a project with Gradle, edits one of its files, lets Gradle compile what it thinks it must, and compares all
# outputs with those of a clean build, for each edit in differential/src/test/resources/shop/edits.txt. Sourced by
# .ci/run, after jdk.sh. docs/decisions/gradle-itself.md says where this Gradle comes from.

gradle_version=8.5
gradle_newest_jdk=21

# install_gradle JDK FOLDER: makes an installation; ~/.m2 keeps what is downloaded
install_gradle() {
  local jdk=$1 lib=$2/lib parts=$2/parts module
  mkdir -p "$lib/plugins" "$parts"
  JAVA_HOME=$jdk mvn -B -ntp -q -f .ci/gradle/pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies \
    -DoutputDirectory="$(realpath "$lib")"
  find .ci/gradle -name '*.java' -exec "$jdk/bin/javac" -proc:none --release 17 -d "$parts" {} +
  (
    cd "$parts"
    "$jdk/bin/jar" tf "../lib/gradle-api-$gradle_version.jar" | grep '^gradle-.*-classpath\.properties$' |
      xargs "$jdk/bin/jar" xf "../lib/gradle-api-$gradle_version.jar"
    for module in instrumentation-agent installation-beacon java-compiler-plugin kotlin-dsl \
      kotlin-dsl-provider-plugins kotlin-dsl-tooling-builders; do
      echo 'projects=' > "gradle-$module-classpath.properties"
    done
    sed -i '/^runtime=/d' gradle-*.properties
    for module in gradle-*.properties; do
      echo "runtime=$(cd ../lib && ls -m -w0 -- *.jar | tr -d ' ')" >> "$module"
    done
    "$jdk/bin/jar" cf ../parts.jar .
    # A module is a jar of its name that holds its properties; this one holds those of all.
    for module in gradle-*-classpath.properties; do
      ln ../parts.jar "../lib/${module%-classpath.properties}-$gradle_version.jar"
    done
    for module in ant ant-launcher javax.inject; do
      ln ../parts.jar "../lib/$module-1.0.jar"
    done
  )
}

# run_gradle JDK INSTALLATION ARGUMENT...: with the flags for which Gradle would otherwise start a second JVM
run_gradle() {
  local jdk=$1 home=$2 opened opens=()
  shift 2
  for opened in java.base/java.lang java.base/java.lang.invoke java.base/java.net java.base/java.nio.charset \
    java.base/java.util java.base/java.util.concurrent.atomic java.prefs/java.util.prefs java.xml/javax.xml.namespace; do
    opens+=("--add-opens=$opened=ALL-UNNAMED")
  done
  JAVA_HOME=$jdk "$jdk/bin/java" "${opens[@]}" \
    -Xms256m -Xmx512m -XX:MaxMetaspaceSize=384m -XX:+HeapDumpOnOutOfMemoryError \
    -Dorg.gradle.internal.instrumentation.agent=false \
    -cp "$home/lib/gradle-installation-beacon-$gradle_version.jar:$home/lib/gradle-api-$gradle_version.jar" \
    org.gradle.launcher.GradleMain --gradle-user-home "$home/user" --no-daemon --offline "$@"
}

# build_with_gradle JDK REPOSITORY FOLDER: compares the builds, with our artifacts from a local repository
build_with_gradle() {
  local project=$3/project edits=differential/src/test/resources/shop/edits.txt count edit
  if [ "$(feature_of "$1")" -gt "$gradle_newest_jdk" ]; then
    echo "Gradle $gradle_version does not run on JDK $(feature_of "$1")."
    return
  fi
  count=$(wc -l < "$edits")
  mkdir -p "$3"
  cp -R .ci/gradle-project "$project"
  install_gradle "$1" "$3/gradle"

  for ((edit = 1; edit <= count; edit++)); do
    lay_out "$project/shop/$edit/edited"
    lay_out "$project/shop/$edit/clean"
  done
  compile_with_gradle "$@" > "$3/first.log" || tail_and_fail "$3/first.log"

  for ((edit = 1; edit <= count; edit++)); do
    carry_out "$(sed -n "${edit}p" "$edits")" "$project/shop/$edit/edited"
    carry_out "$(sed -n "${edit}p" "$edits")" "$project/shop/$edit/clean"
    rm -r "$project/shop/$edit/clean/build"
  done
  compile_with_gradle "$@" > "$3/second.log" || tail_and_fail "$3/second.log"

  for ((edit = 1; edit <= count; edit++)); do
    diff -r "$project/shop/$edit/edited/build/classes" "$project/shop/$edit/clean/build/classes"
    diff -r "$project/shop/$edit/edited/build/generated" "$project/shop/$edit/clean/build/generated"
  done
  if [ "$(grep -c '^Incremental compilation of ' "$3/second.log")" != "$count" ]; then
    grep -A1 'recompilation' "$3/second.log" >&2
    echo "After each of $count edits the compilation must be incremental." >&2
    return 1
  fi
  grep '^Incremental compilation of ' "$3/second.log" | sort | uniq -c
}

# lay_out FOLDER: a project that no edit has been carried out on
lay_out() {
  mkdir -p "$1/src/main/java/shop"
  cp differential/src/test/resources/shop/*.java "$1/src/main/java/shop"
}

# carry_out EDIT FOLDER: the edit is FILE|FROM|TO; the first FROM in the file becomes TO
carry_out() {
  local file from to text
  IFS='|' read -r file from to <<< "$1"
  file=$2/src/main/java/shop/$file.java
  text=$(< "$file")
  printf '%s\n' "${text/"$from"/"$to"}" > "$file"
}

compile_with_gradle() {
  run_gradle "$1" "$3/gradle" -p "$3/project" -Dmaven.repo.local="$2" --info classes 2>&1
}

tail_and_fail() {
  tail -n 60 "$1" >&2
  return 1
}
