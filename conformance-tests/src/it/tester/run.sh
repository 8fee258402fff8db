#!/usr/bin/env bash
# Installs the simulator and runs the README's test in a project that has it and JUnit alone.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
target=$root/conformance-tests/target/tester
rm -rf "$target"

mvn -q -B -f "$root/pom.xml" install -pl conformance-tests -am -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip
mvn -q -B -f "$here/pom.xml" -Dtester.target="$target" test
echo "tester: the README's test passed with qos-conformance-tests and JUnit alone"
