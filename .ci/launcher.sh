#!/usr/bin/env bash
# The launcher works whatever has become of its class archive, through links, from any folder; expects a build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# answers WHAT COMMAND...: the command has to print the version, and nothing else
answers() {
  local what=$1 said
  shift
  said=$("$@" --version 2>&1) || true
  [[ "$said" == "jacquard "*$'\n'"Java "* ]] || fail "The launcher, $what, says: $said"
}

./jacquard --version >/dev/null # builds it, and says so, now
rm -f runtime/cli/target/jacquard-*.jsa*
answers "for the first time" ./jacquard
for archive in runtime/cli/target/jacquard-*.jsa; do
  [ -s "$archive" ] || continue
  chmod u+w "$archive"
  truncate -s 1000000 "$archive"
  answers "with a part of its archive" ./jacquard
  chmod u+w "$archive"
  echo junk >"$archive"
  answers "with junk for its archive" ./jacquard
  touch -d '2000-01-01' "$archive"
  answers "with an old archive" ./jacquard
  [ "$archive" -nt runtime/cli/target/jacquard.jar ] || fail "An archive older than the jar must be made anew."
done
mkdir "$scratch/with blanks"
ln -s "$root/jacquard" "$scratch/with blanks/one"
ln -s one "$scratch/with blanks/two"
cd /
answers "by a link to a link" "$scratch/with blanks/two"
mkdir -p "$scratch/old/bin"
printf '#!/bin/sh\n' >"$scratch/old/bin/java"
chmod +x "$scratch/old/bin/java"
echo 'JAVA_VERSION="11.0.2"' >"$scratch/old/release"
said=$(JAVA_HOME=$scratch/old "$root/jacquard" --version 2>&1) && exit 1
[[ "$said" == "jacquard: needs Java 17 or later; found 11.0.2"* ]]
