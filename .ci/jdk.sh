# Finds the JDKs of this machine. Sourced by .ci/run.

oldest_feature=17

# feature_of HOME: the feature release of a JDK, 17 for 17.0.15
feature_of() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# default_jdk: the home of the JDK that `mvn` would use
default_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    echo "$JAVA_HOME"
  else
    dirname "$(dirname "$(readlink -f "$(command -v javac)")")"
  fi
}

# newest_jdk HOME: the home of the newest JDK in the system's folder, or HOME where none is newer
newest_jdk() {
  local newest=$1 candidate
  for candidate in /usr/lib/jvm/*; do
    if [ -x "$candidate/bin/javac" ] && [ -f "$candidate/release" ] &&
      [ "$(feature_of "$candidate")" -gt "$(feature_of "$newest")" ]; then
      newest=$candidate
    fi
  done
  echo "$newest"
}

has_jdk() {
  command -v javac >/dev/null && [ "$(feature_of "$(default_jdk)")" -ge "$oldest_feature" ]
}

install_missing_tools() {
  local missing=()
  has_jdk || missing+=(default-jdk-headless)
  command -v mvn >/dev/null || missing+=(maven)
  command -v git >/dev/null || missing+=(git)
  if [ "${#missing[@]}" -gt 0 ]; then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
  fi
}
