# Builds .ci/user-project as a stranger would: outside this tree, from installed artifacts, with no javac flag and no
# Error Prone, whose compile policy would hide some of javac's traps. Then runs the commands of the guide in it and
# compares what they say. Sourced by .ci/run, after console.sh.

# install_artifacts JDK REPOSITORY: installs our artifacts into a local repository of their own
install_artifacts() {
  local downloaded="${HOME}/.m2/repository"
  mkdir -p "$2"
  if [ -d "$downloaded" ]; then
    cp -a "$downloaded/." "$2"
    rm -rf "$2/dev/jacquard"
  fi
  JAVA_HOME=$1 mvn -B -ntp -q -Dmaven.repo.local="$2" -Dmaven.test.skip -Dspotless.check.skip -pl processor,runtime/engine -am install
}

# build_user_project JDK REPOSITORY FOLDER: builds and tests the project in FOLDER, then follows the guide
build_user_project() {
  local root=$PWD
  cp -R .ci/user-project "$3"
  (
    cd "$3"
    export JAVA_HOME=$1 PATH="$root:$1/bin:$PATH" MAVEN_OPTS="-Dmaven.repo.local=$2" JACQUARD_REGISTRY="$3/registry"
    mvn -B -ntp verify \
      org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=target/classpath
    jacquard --version
    follow_guide "$root/docs/guide.md"
    rm target/orders-1.0.jar
    fails 1 'an amount must be positive; found 0 of chair' jacquard run orders --lines '[{"article":"chair","amount":0}]'
    fails 2 'Did you mean --lines?' jacquard run orders --line '[]'
  )
}

# follow_guide PAGE: runs the commands of the guide here; GUIDE_UPDATE=1 writes what they say into it instead
follow_guide() {
  rerun < "$1" > target/guide.md
  if [ -n "${GUIDE_UPDATE:-}" ]; then
    cp target/guide.md "$1"
  else
    compare_page "$1" target/guide.md
  fi
}

# fails CODE TEXT COMMAND...: runs the command, which has to end with this exit code and this text on standard error
fails() {
  local code=0 expected_code=$1 expected=$2 said
  shift 2
  said=$("$@" 2>&1 >/dev/null) || code=$?
  if [ "$code" != "$expected_code" ] || [[ "$said" != *"$expected"* ]]; then
    printf '%s\nIt must end with %s (not %s) and say: %s\n' "$said" "$expected_code" "$code" "$expected" >&2
    return 1
  fi
}
