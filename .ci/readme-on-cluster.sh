#!/usr/bin/env bash
# usage: .ci/readme-on-cluster.sh [--update]
#
# Builds the image as README says and compares what README shows of runs on pods with what they say; --update writes
# what they say into README instead. Needs kubectl, and what tests on a cluster need: KUBECONFIG, JACQUARD_TEST_LOAD and
# JACQUARD_TEST_BASE, an image with the Java of JAVA_HOME. Runs in a namespace of its own, which goes with it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .ci/console.sh

scratch=$(mktemp -d)
cp "$KUBECONFIG" "$scratch/kubeconfig"
export KUBECONFIG=$scratch/kubeconfig
namespace=jacquard-readme-$$
export JACQUARD_IMAGE=jacquard.test/readme:$$

end() {
  kubectl delete namespace "$namespace" --wait=false --ignore-not-found > /dev/null || true
  rm -rf "$scratch"
}
trap end EXIT

./jacquard image --base "tar://$JACQUARD_TEST_BASE" --tar "$scratch/image.tar" --name "$JACQUARD_IMAGE" > /dev/null
"$JACQUARD_TEST_LOAD" "$scratch/image.tar" > /dev/null
kubectl create namespace "$namespace" > /dev/null
kubectl config set-context --current --namespace "$namespace" > /dev/null

if ! grep -qx '```console cluster' README.md; then
  echo 'README must show runs on pods in a block that opens with ```console cluster; found none.' >&2
  exit 1
fi
rerun ' cluster' < README.md > "$scratch/page"
if [ "${1:-}" = --update ]; then
  cp "$scratch/page" README.md
elif ! compare_page README.md "$scratch/page"; then
  echo "README must show what runs on pods say: run .ci/readme-on-cluster.sh --update and look at the changes." >&2
  exit 1
fi
left=$(kubectl get jobs,pods,secrets,leases -l app.kubernetes.io/managed-by -o name)
[ -z "$left" ] || kubectl wait --for=delete --timeout=120s $left
