# Runs the commands that a page shows and compares what they say with what the page says they do. Sourced by readme.sh,
# readme-on-cluster.sh and user-project.sh.
#
#   ```console             each line that starts with "$ " is run, the lines below it are what it says
#   ```console cluster     the same, where there is a cluster
#   <!-- output: X -->     the code block below is the output of X
#
# What differs from run to run is left out of the comparison: progress, times, digests, stack frames of the JDK, warnings
# of a JVM, which pod it is and what the first run in a namespace makes, and the counts of a text that differs from
# Debian to Debian.

# rerun [KIND]: reads a page, writes it with what the commands say now, those in blocks of that kind alone
rerun() {
  local line='' command='' inside='' opening='```console'${1:-}
  while IFS= read -r line; do
    case $inside in
      '') # plain text
        case $line in
          "$opening") inside=console ;;
          '<!-- output: '*' -->')
            [ -n "${1:-}" ] || { command=${line#'<!-- output: '} command=${command%' -->'} inside=fence; }
            ;;
        esac
        printf '%s\n' "$line"
        ;;
      fence) # the line that opens the block
        printf '%s\n' "$line"
        said "$command" 2>&1
        inside=output
        ;;
      output | console)
        if [ "$line" = '```' ]; then
          inside=''
          printf '%s\n' "$line"
        elif [ $inside = console ] && [ "${line#'$ '}" != "$line" ]; then
          printf '%s\n' "$line"
          command=${line#'$ '}
          while [ "${command%\\}" != "$command" ]; do
            IFS= read -r line
            printf '%s\n' "$line"
            command=${command%\\}$line
          done
          said "$command"
        fi
        ;;
    esac
  done
}

# said COMMAND: runs it; the registry of the run is shown as everybody's
said() {
  bash -c "$1" < /dev/null 2>&1 | sed "s|${JACQUARD_REGISTRY:-/nowhere}|~/.local/share/jacquard/registry|g" || true
}

steady() {
  sed -E \
    -e '/^\[[0-9]+:[0-9]{2}\] /d' -e '/^    at java\.base\//d' -e '/^WARNING: /d' \
    -e '/^jacquard: the (engine runs in pod|service account) /d' \
    -e 's/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+Z/TIME/g' -e 's/\b[0-9a-f]{12}\b/DIGEST/g' \
    -e '/^\{"lines":/s/[0-9]{3,}/COUNT/g' -e 's/[ \t]+$//'
}

# compare_page PAGE AGAIN: fails where the page and its second run differ in more than the run
compare_page() {
  diff -u --label "$1" --label "$1, run again" <(steady < "$1") <(steady < "$2")
}
