#!/usr/bin/env bash
# Installs the simulator and runs the test of docs/testing.md in a project that depends on the simulator and JUnit only,
# also under the dependency management of Spring Boot, whose versions replace those that the simulator was published with.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
target=$root/conformance-tests/target/tester
version() { sed -n "s:.*<$1.version>\(.*\)</$1.version>.*:\1:p" "$root/pom.xml"; }
boot3=$(version spring-boot-3) boot4=$(version spring-boot-4)
rm -rf "$target"

mvn -q -B -f "$root/pom.xml" install -pl conformance-tests -am -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip
mvn -q -B -f "$here/pom.xml" -Dtester.target="$target/plain" test
mvn -q -B -f "$here/pom.xml" -Dtester.target="$target/boot-3" -Dboot.version="$boot3" test
mvn -q -B -f "$here/pom.xml" -Dtester.target="$target/boot-4" -Dboot.version="$boot4" test
echo "tester: the test of docs/testing.md passed with qos-conformance-tests and JUnit only, and under Spring Boot $boot3 and $boot4"
