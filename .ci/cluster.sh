# Runs the tests that need a Kubernetes cluster. Sourced by .ci/run.
#
# The cluster is, of these, the first that there is:
#   the caller's              KUBECONFIG and JACQUARD_TEST_LOAD are set, as docs/kubernetes.md says; it is only used
#   the tool's                JACQUARD_CLUSTER_TOOL, else ../shared/cluster, is a folder with the commands `up`, `down`,
#                             `load-image` and `fault`. What is up already stays up; else it goes down in the end.
#   none                      the tests are skipped, with a line that says so

cluster=''         # caller, tool or none
cluster_tool=''    # the folder of the tool
cluster_cache=''   # where the tool keeps what it makes
cluster_setup=''   # the process that makes it
cluster_began=''   # set when it was not up before, and has to go down
cluster_variables=()

# begin_cluster FOLDER: finds a cluster and hides it from all but its own step; what the tool has to build first takes
# it minutes, so it begins now, behind everything else
begin_cluster() {
  find_cluster
  unset KUBECONFIG
  if [ $cluster = tool ] && ! is_cluster_up; then
    cluster_began=1
    cluster_log=$1/cluster.log
    # Daemons would go on with the priority that they are started with, so these go down again.
    setsid nice -n 19 bash -c '"$0/up" && "$0/down"' "$cluster_tool" > "$cluster_log" 2>&1 &
    cluster_setup=$!
  fi
}

find_cluster() {
  cluster_tool=${JACQUARD_CLUSTER_TOOL:-../shared/cluster}
  cluster_cache=${JACQUARD_CLUSTER_HOME:-$HOME/.cache/jacquard-cluster}
  if [ -n "${KUBECONFIG:-}" ] && [ -n "${JACQUARD_TEST_LOAD:-}" ]; then
    cluster=caller
    cluster_variables=("KUBECONFIG=$KUBECONFIG")
  elif [ -x "$cluster_tool/up" ]; then
    cluster=tool
    cluster_tool=$(cd "$cluster_tool" && pwd)
    cluster_variables=(
      "KUBECONFIG=$cluster_cache/kubeconfig"
      "JACQUARD_TEST_LOAD=$cluster_tool/load-image"
      "JACQUARD_TEST_BASE=$cluster_cache/images/current/jvm.tar"
      "JACQUARD_TEST_HOST=10.244.0.1"
      "JACQUARD_TEST_FAULT=$cluster_tool/fault"
    )
  elif [ -n "${JACQUARD_CLUSTER_TOOL:-}" ]; then
    echo "JACQUARD_CLUSTER_TOOL must be a folder with the command up; found: $JACQUARD_CLUSTER_TOOL." >&2
    exit 2
  else
    cluster=none
  fi
}

is_cluster_up() {
  [ -d "$cluster_cache/run" ] &&
    timeout 10 "$cluster_cache/programs/current/kubectl" --kubeconfig "$cluster_cache/kubeconfig" \
      get --raw /readyz > /dev/null 2>&1
}

# test_on_cluster JDK TREE: runs the tests in a tree that has been built with that JDK
test_on_cluster() {
  if [ $cluster = none ]; then
    echo "Skipped, for want of a cluster: set JACQUARD_CLUSTER_TOOL to the folder of the tool that brings one up, or" \
      "KUBECONFIG, JACQUARD_TEST_LOAD, JACQUARD_TEST_BASE and JACQUARD_TEST_HOST as docs/kubernetes.md says."
    return
  fi
  if [ $cluster = tool ]; then
    start_cluster
  fi
  run_cluster_tests "$1" "$2" 'cluster & !cluster-faults' || cluster_failed 'Tests'
  run_readme "$1" "$2" || cluster_failed 'What README shows'
  # They break what the others stand on.
  run_cluster_tests "$1" "$2" cluster-faults || cluster_failed 'Tests with faults'
}

start_cluster() {
  if [ -n "$cluster_setup" ] && ! wait "$cluster_setup"; then
    tail -n 40 "$cluster_log" >&2
    echo "The cluster could not be made behind the builds: $cluster_tool/up has failed. It is tried once more." >&2
    "$cluster_tool/down" > /dev/null 2>&1 || true
  fi
  cluster_setup=''
  "$cluster_tool/up" > /dev/null
  keep_bridge_address
}

# A bridge takes over the lowest address of its ports, so that of the tool's changes as pods come and go: those that are
# there send to the old one for up to ten seconds, longer than a lease. One of its own it keeps.
keep_bridge_address() {
  ip link set dev jacquard0 address 02:00:0a:f4:00:01 ||
    echo "The cluster's bridge has no address of its own: pods may be cut off for seconds as others come and go." >&2
}

# run_cluster_tests JDK TREE TAGS: in the modules that have such tests, the newest of Java, which pods have as well. A
# cluster has much that is not ours, on a machine that it shares with the tests: what fails is run once more, and Maven
# lists as flakes what passes then. What is wrong fails twice.
run_cluster_tests() {
  local modules
  modules=$(git ls-files --cached --others --exclude-standard -- '*.java' | xargs -d '\n' grep -l '^@Tag("cluster")' |
    sed 's|/src/test/.*||' | sort -u | paste -sd,)
  (cd "$2" && env "${cluster_variables[@]}" JAVA_HOME="$1" mvn -B -ntp test -pl "$modules" -am -Dgroups="$3" \
    -Dsurefire.rerunFailingTestsCount=1 -Dspotless.check.skip)
}

# run_readme JDK TREE: what README shows of runs on pods
run_readme() {
  local path=$cluster_cache/programs/current:$PATH
  if ! PATH=$path command -v kubectl > /dev/null || { [ $cluster = caller ] && [ -z "${JACQUARD_TEST_BASE:-}" ]; }; then
    echo "README's runs on pods are skipped: they need kubectl, and an image with java in JACQUARD_TEST_BASE."
    return
  fi
  (cd "$2" && env "${cluster_variables[@]}" PATH="$path" JAVA_HOME="$1" .ci/readme-on-cluster.sh)
}

cluster_failed() {
  echo "$1 on the cluster: failed; see the first failure above." >&2
  if [ $cluster = tool ]; then
    echo "The logs of its daemons are in $cluster_cache/log." >&2
  fi
  return 1
}

# end_cluster: leaves the machine as it was
end_cluster() {
  if [ -n "$cluster_setup" ]; then
    kill -- "-$cluster_setup" 2> /dev/null || true
  fi
  if [ -n "$cluster_began" ]; then
    "$cluster_tool/down" > /dev/null 2>&1 || echo "The cluster could not be stopped: run $cluster_tool/down." >&2
  fi
}
