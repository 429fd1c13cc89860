# Builds .ci/user-project as a stranger would: outside this tree, from installed artifacts, with no javac flag and no
# Error Prone, whose compile policy would hide some of javac's traps. Sourced by .ci/run.

# install_artifacts JDK REPOSITORY: installs our artifacts into a local repository of their own
install_artifacts() {
  local downloaded="${HOME}/.m2/repository"
  mkdir -p "$2"
  if [ -d "$downloaded" ]; then
    cp -a "$downloaded/." "$2"
    rm -rf "$2/dev/jacquard"
  fi
  JAVA_HOME=$1 mvn -B -ntp -q -Dmaven.repo.local="$2" -DskipTests -Dspotless.check.skip install
}

# build_user_project JDK REPOSITORY FOLDER: compiles the project in FOLDER, runs its unit test, then its shop.Main
build_user_project() {
  if [ ! -f .ci/user-project/pom.xml ]; then
    echo "There is no user project yet."
    return
  fi
  cp -R .ci/user-project "$3"
  (
    cd "$3"
    export JAVA_HOME=$1
    mvn -B -ntp -Dmaven.repo.local="$2" verify \
      org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=target/classpath
    "$JAVA_HOME/bin/java" -cp "target/classes:$(cat target/classpath)" shop.Main
  )
}
