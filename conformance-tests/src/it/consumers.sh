#!/usr/bin/env bash
# Installs the client and runs projects that depend on it only against the simulator of this build: one on the class path,
# one on the module path, and one in Kotlin; the first two also under the dependency management of Spring Boot, whose
# versions replace those that the client was published with.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
target=$root/conformance-tests/target/consumers
version() { sed -n "s:.*<$1.version>\(.*\)</$1.version>.*:\1:p" "$root/pom.xml"; }
boot2=$(version spring-boot-2) boot3=$(version spring-boot-3) boot4=$(version spring-boot-4)
kotlin=$(version kotlin.newest)
rm -rf "$target" && mkdir -p "$target"

mvn -q -B -f "$root/pom.xml" install -pl generated-client -am -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip

java -jar "$root/conformance-tests/target/qos-simulator.jar" --port 0 --key consumer-key > "$target/simulator.txt" &
simulator=$!
trap 'kill "$simulator" 2> /dev/null || true' EXIT
for _ in $(seq 100); do
  [ -s "$target/simulator.txt" ] && break
  kill -0 "$simulator" && sleep 0.1
done
read -r http ws < "$target/simulator.txt"

# run PROJECT NAME OPTION...: the status is that of the project, its output is in PROJECT-NAME.txt.
run() {
  local project=$1 output=$target/$1-$2
  shift 2
  QOS_API_KEY=consumer-key QOS_HTTP_URL=$http QOS_WS_URL=$ws \
    mvn -q -B -f "$here/$project/pom.xml" -Dconsumer.target="$output" "$@" process-classes > "$output.txt" 2>&1
}

fail() {
  tail -40 "$target/$1-$2.txt" >&2
  echo "$1: $2: $3" >&2
  exit 1
}

# works PROJECT NAME OPTION...: the project ends with status 0 and prints a line like each of PROJECT/expected.txt.
works() {
  run "$@" || fail "$1" "$2" 'failed'
  while read -r expected; do
    grep -q -- "$expected" "$target/$1-$2.txt" || fail "$1" "$2" "printed nothing like '$expected'"
  done < "$here/$1/expected.txt"
  echo "$1: $2: ran against $http with qos-client only"
}

# refuses PROJECT NAME SENTENCE OPTION...: the client reports the error of the class path and its fix, not a raw Error.
refuses() {
  local project=$1 name=$2 sentence=$3
  shift 3
  if run "$project" "$name" "$@" || ! grep -q "executing the Java class. $sentence" "$target/$project-$name.txt"; then
    fail "$project" "$name" "did not say '$sentence'"
  fi
  echo "$project: $name: refused, since $sentence"
}

# reports PROJECT NAME FILE OPTION...: the compiler reports each line of FILE that is marked so, and no other line.
reports() {
  local project=$1 name=$2 file=$3
  shift 3
  if run "$project" "$name" "$@"; then
    fail "$project" "$name" "$file compiled"
  fi
  diff <(grep -n '// reported$' "$here/$project/$file" | cut -d: -f1) \
    <(sed -n "s:.*/${file##*/}\:[^0-9]*\([0-9]*\).*:\1:p" "$target/$project-$name.txt" | sort -nu) >&2 \
    || fail "$project" "$name" "the lines of $file that the compiler reports are not those that are marked"
  echo "$project: $name: no platform types"
}

works consumer plain
works consumer "spring-boot-$boot3" "-Dboot.version=$boot3"
works consumer "spring-boot-$boot4" "-Dboot.version=$boot4"
refuses consumer "spring-boot-$boot2" 'kotlin-stdlib [0-9.]* on the class path is too old .*kotlin.version' \
  "-Dboot.version=$boot2"
works modular plain
works modular "spring-boot-$boot3" "-Dboot.version=$boot3"
works modular "spring-boot-$boot4" "-Dboot.version=$boot4"
works kotlin "$kotlin" "-Dkotlin.version=$kotlin"
reports kotlin nulls nulls/Nulls.kt "-Dkotlin.version=$kotlin" -Dsources=nulls
