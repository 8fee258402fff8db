#!/usr/bin/env bash
# Installs the client and runs a project that depends on it alone, against the simulator of this build: as it is, and under
# the dependency management of Spring Boot, whose versions replace those that the client was published with.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
target=$root/conformance-tests/target/consumer
version() { sed -n "s:.*<$1.version>\(.*\)</$1.version>.*:\1:p" "$root/pom.xml"; }
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

# consume NAME OPTION...: the status is that of the project, its output is in NAME.txt.
consume() {
  local name=$1
  shift
  QOS_API_KEY=consumer-key QOS_HTTP_URL=$http QOS_WS_URL=$ws \
    mvn -q -B -f "$here/pom.xml" -Dconsumer.target="$target/$name" "$@" compile exec:java > "$target/$name.txt" 2>&1
}

# works NAME OPTION...: both examples print what they must, and nothing is amiss.
works() {
  consume "$@" || { tail -40 "$target/$1.txt" >&2; echo "consumer: $1 failed" >&2; exit 1; }
  for expected in 'US:AAPL [0-9]' '5 trades' 'CF:BTCUSDT [0-9]' 'Level.* / Level'; do
    grep -q "$expected" "$target/$1.txt" || { echo "consumer: $1 printed nothing like '$expected'" >&2; exit 1; }
  done
  echo "consumer: $1: both examples of the README ran against $http with qos-client alone"
}

# refuses NAME SENTENCE OPTION...: the client says what is wrong with the class path, and what helps; no raw Error.
refuses() {
  local name=$1 sentence=$2
  shift 2
  if consume "$name" "$@" || ! grep -q "executing the Java class. $sentence" "$target/$name.txt"; then
    tail -40 "$target/$name.txt" >&2
    echo "consumer: $name did not say '$sentence'" >&2
    exit 1
  fi
  echo "consumer: $name: refused, since $sentence"
}

works plain
works "spring-boot-$(version spring-boot-3)" "-Dboot.version=$(version spring-boot-3)"
works "spring-boot-$(version spring-boot-4)" "-Dboot.version=$(version spring-boot-4)"
refuses "spring-boot-$(version spring-boot-2)" 'kotlin-stdlib [0-9.]* on the class path is too old .*kotlin.version' \
  "-Dboot.version=$(version spring-boot-2)"
