#!/usr/bin/env bash
# Installs the client and runs a project that depends on it alone, against the simulator of this build.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
target=$root/conformance-tests/target/consumer
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

QOS_API_KEY=consumer-key QOS_HTTP_URL=$http QOS_WS_URL=$ws \
  mvn -q -B -f "$here/pom.xml" -Dconsumer.target="$target" compile exec:java | tee "$target/output.txt"
for expected in 'US:AAPL [0-9]' '5 trades' 'CF:BTCUSDT [0-9]' 'Level.* / Level'; do
  grep -q "$expected" "$target/output.txt" || { echo "consumer: nothing like '$expected' was printed" >&2; exit 1; }
done
echo "consumer: both examples of the README ran against $http with qos-client alone"
