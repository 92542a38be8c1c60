#!/bin/bash
# Run once by the Postgres image, on an empty data folder: an owner that is no superuser for our database, and a database of
# its own for the schema registry. Schemas and the services' roles come from the migrations.
set -euo pipefail
psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet \
  --set ON_ERROR_STOP=1 \
  --set owner_password="$(cat /run/secrets/postgres-owner)" \
  --set registry_password="$(cat /run/secrets/postgres-registry)" <<'SQL'
create role colloquy_owner login nosuperuser createrole nobypassrls password :'owner_password';
create database colloquy owner colloquy_owner;

create role registry login nosuperuser password :'registry_password';
create database registry owner registry;
revoke connect on database registry from public;
SQL
