#!/bin/sh
# Writes what `java` needs to start a service's image: its options, its main class, and the health check.
# Usage: java-arguments.sh COMPILED_CLASSES IMAGE_FOLDER
set -eu
classes="$1"
image="$2"

cat >"$image/java.options" <<'OPTIONS'
-XX:MaxRAMPercentage=50
-XX:+ExitOnOutOfMemoryError
-XX:-UsePerfData
--enable-native-access=ALL-UNNAMED
--sun-misc-unsafe-memory-access=allow
-Dorg.bytedeco.javacpp.cachedir=/var/cache/colloquy
-cp /opt/colloquy/lib/*
OPTIONS

main="$(cd "$classes" && find . -name Main.class)"
case "$main" in
  ./*/Main.class) ;;
  *) echo "Expected one Main class in $classes, but found '$main'" >&2; exit 1 ;;
esac
case "$main" in
  *"
"*) echo "Expected one Main class in $classes, but found '$main'" >&2; exit 1 ;;
esac
echo "$main" | sed -e 's|^\./||' -e 's|\.class$||' -e 's|/|.|g' >"$image/main.class"

# The base image holds no HTTP client but bash.
cat >"$image/healthy" <<'HEALTHY'
#!/bin/bash
# Exits with 0 when the service says that it is ready.
exec 3<>"/dev/tcp/127.0.0.1/${COLLOQUY_HTTP_PORT:-8080}" || exit 1
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 2 status <&3
[[ "$status" == *" 200 "* ]]
HEALTHY
chmod 0755 "$image/healthy"
