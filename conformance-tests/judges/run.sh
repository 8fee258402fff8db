#!/usr/bin/env bash
# Independent tools check documents, client and simulator. Prints one line for each; exits with 0 only if all pass.
# Needs the simulator's jar and the bundled documents, which every build makes (mvn package), Maven, and Node 20 with npm.
# Compiles the clients in Python and Go if these are installed. About two and a half minutes.
set -euo pipefail
cd "$(dirname "$0")"
spec=$(cd ../../spec && pwd)
jar=$(cd .. && pwd)/target/qos-simulator.jar
out=$(cd .. && pwd)/target/judges
[ -f "$jar" ] || { echo "judges: no $(basename "$jar"), run mvn package first" >&2; exit 1; }
rm -rf "$out" && mkdir -p "$out"

started=()
trap 'for pid in "${started[@]}"; do kill "$pid" 2> /dev/null || true; done' EXIT

# install FOLDER: installs the packages of its lock file unless they are installed.
install() {
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed" && return
  npm --prefix "$1" ci --ignore-scripts --no-audit --no-fund --loglevel=error > "$out/npm.txt"
  cp "$1/package-lock.json" "$1/node_modules/.installed"
}

# start NAME PATTERN COMMAND...: waits at most 30 s until the output matches.
start() {
  local name=$1 pattern=$2
  shift 2
  "$@" > "$out/$name.txt" 2>&1 &
  started+=($!)
  for _ in $(seq 300); do
    grep -q "$pattern" "$out/$name.txt" && return
    kill -0 "${started[-1]}" 2> /dev/null || break
    sleep 0.1
  done
  tail -20 "$out/$name.txt" >&2
  echo "judges: $name did not start" >&2
  exit 1
}

install .
install "$spec/lint"

node asyncapi.mjs "$spec/asyncapi.yaml"

npm --prefix "$spec/lint" run --silent lint > "$out/spectral.txt" || { cat "$out/spectral.txt"; exit 1; }
echo "spectral: 2 documents, its own rules and ours, 0 findings of any severity"

port=$(node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })")
start prism 'Prism is listening' node_modules/.bin/prism mock --host 127.0.0.1 --port "$port" "$spec/openapi.yaml"
java -Dslf4j.internal.verbosity=ERROR -cp "$jar" ClientAgainstPrism.java "http://127.0.0.1:$port" "$spec/examples/http"

start simulator '^http' java -jar "$jar" --port 0 --unlimited
read -r http _ < "$out/simulator.txt"
mvn -q -B -f generators/pom.xml generate-sources -Dclients="$out/clients" > "$out/generators.txt" 2>&1 \
  || { tail -40 "$out/generators.txt" >&2; echo "openapi-generator: failed"; exit 1; }
node clients.mjs "$out/clients" "$http"
node flatten.mjs "$spec/openapi.yaml" "$out/openapi.json"
specmatic=$PWD/node_modules/specmatic/specmatic.jar
if ! (cd "$out" && timeout 150 java -jar "$specmatic" test --testBaseURL="$http" openapi.json > specmatic.txt 2>&1); then
  grep -a 'FAILED\|ABORTED' "$out/specmatic.txt" | sort | uniq | head -20 >&2
  tail -40 "$out/specmatic.txt" >&2
  echo "specmatic: the simulator failed"
  exit 1
fi
tests=$(grep -a -o 'Tests run: [1-9][0-9]*, Successes: [0-9]*, Failures: 0, WIP: 0, Errors: 0' "$out/specmatic.txt")
echo "specmatic: the simulator by the documents: $tests"
echo "judges: 8 content, $SECONDS s"
