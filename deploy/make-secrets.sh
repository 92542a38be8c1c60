#!/bin/sh
# Makes every secret that docker-compose.yml mounts, once: what is there already is left as it is.
# Usage: deploy/make-secrets.sh [FOLDER]     (default: deploy/secrets beside this script, which git ignores)
set -eu
folder="${1:-$(dirname "$0")/secrets}"
command -v openssl >/dev/null || { echo "Expected openssl on the PATH, but it is not there" >&2; exit 1; }

umask 077
mkdir -p "$folder"
# The folder keeps other people of this machine out. The files themselves must be readable by the containers' users,
# which are not you: Compose mounts them with the owner and mode they have here.
chmod 0700 "$folder"

# NAME, then the command that prints the secret. Whole or not at all.
make() {
  name="$1"
  shift
  [ -s "$folder/$name" ] && return
  "$@" >"$folder/.draft"
  chmod 0444 "$folder/.draft"
  mv -f "$folder/.draft" "$folder/$name"
  echo "made $folder/$name"
}

password() { openssl rand -hex 24; }
signing_key() { openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 2>/dev/null; }

make master-key openssl rand -base64 32
make token-signing-key.pem signing_key
make token-verification-key.pem openssl pkey -in "$folder/token-signing-key.pem" -pubout
for role in superuser owner ingest report evaluator frames projector registry; do
  make "postgres-$role" password
done
make administrator-password openssl rand -base64 18
registry_properties() { echo "apicurio.datasource.password=$(cat "$folder/postgres-registry")"; }
make registry.properties registry_properties
