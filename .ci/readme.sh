#!/usr/bin/env bash
# usage: .ci/readme.sh [--update]
#
# Compares what README and pages show with what the commands say; --update writes what they say into the pages instead,
# and draws the picture again (with graphviz). Commands run in the root of the project, with a registry of their own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .ci/console.sh

pages=(README.md docs/cli.md docs/registry.md)
picture=docs/images/anomaly-detection
update=${1:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export JACQUARD_REGISTRY=$scratch/registry

./jacquard --version > /dev/null # builds it, and says so, now

failed=0
for page in "${pages[@]}"; do
  rerun < "$page" > "$scratch/page"
  if [ "$update" = --update ]; then
    cp "$scratch/page" "$page"
  else
    compare_page "$page" "$scratch/page" || failed=1
  fi
done

./jacquard graph --format dot AnomalyDetection.detectAnomalies > "$scratch/graph.dot"
if [ "$update" = --update ]; then
  mkdir -p "${picture%/*}"
  cp "$scratch/graph.dot" "$picture.dot"
  dot -Tsvg -o "$picture.svg" "$picture.dot"
else
  compare_page "$picture.dot" "$scratch/graph.dot" || failed=1
fi

[ $failed = 0 ] || echo "The pages must show what the commands say: run .ci/readme.sh --update and look at the changes." >&2
exit $failed
