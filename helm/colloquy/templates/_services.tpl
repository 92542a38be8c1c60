{{/*
The five services: the role under which each connects to Postgres, and what it needs. All else about them is in values.yaml.
A test holds the variables that come out of this against those that each service reads.
*/}}
{{- define "colloquy.catalogue" -}}
ingest-api: { role: ingest, needs: [kafka, registry, redis, masterKey, verificationKey, signingKey, publicUrl], surge: 1 }
report-service: { role: report, needs: [registry, masterKey, verificationKey, ingestUrl], surge: 1 }
answer-evaluator: { role: evaluator, needs: [kafka, registry, masterKey, verificationKey, state, providers] }
frame-processor: { role: frames, needs: [kafka, registry, masterKey, verificationKey, state, natives] }
session-projector: { role: projector, needs: [kafka, registry, redis, state] }
{{- end }}

{{/* Environment of one service. Argument: a dict of root, component, spec (from the catalogue) and values. */}}
{{- define "colloquy.environment" -}}
{{- $needs := .spec.needs -}}
{{- $values := .root.Values -}}
{{- $own := dict
      "COLLOQUY_LOG_LEVEL" $values.logLevel
      "COLLOQUY_HTTP_HOST" "0.0.0.0"
      "COLLOQUY_HTTP_PORT" "8080"
      "COLLOQUY_HTTP_FORWARDED" "true"
      "COLLOQUY_JDBC_URL" $values.postgres.jdbcUrl
      "COLLOQUY_JDBC_USER" (printf "colloquy_%s" .spec.role)
      "COLLOQUY_JDBC_PASSWORD_FILE" "/run/secrets/colloquy/database-password" -}}
{{- if has "registry" $needs }}
{{- $own = set $own "COLLOQUY_REGISTRY" $values.schemaRegistry.url }}
{{- end }}
{{- if has "kafka" $needs }}
{{- $own = merge $own (dict
      "COLLOQUY_KAFKA" $values.kafka.bootstrapServers
      "COLLOQUY_PARTITIONS" $values.kafka.partitions
      "COLLOQUY_REPLICATION" $values.kafka.replication) }}
{{- end }}
{{- if has "masterKey" $needs }}
{{- $own = set $own "COLLOQUY_MASTER_KEY_FILE" "/run/secrets/colloquy/master-key" }}
{{- end }}
{{- if has "verificationKey" $needs }}
{{- $own = set $own "COLLOQUY_JWT_PUBLIC_KEY_FILE" "/run/secrets/colloquy/token-verification-key.pem" }}
{{- end }}
{{- if has "signingKey" $needs }}
{{- $own = set $own "COLLOQUY_JWT_PRIVATE_KEY_FILE" "/run/secrets/colloquy/token-signing-key.pem" }}
{{- end }}
{{- if and (has "providers" $needs) $values.secrets.openaiKey.name }}
{{- $own = set $own "COLLOQUY_OPENAI_KEY_FILE" "/run/secrets/colloquy/openai-key" }}
{{- end }}
{{- if and (has "providers" $needs) $values.secrets.geminiKey.name }}
{{- $own = set $own "COLLOQUY_GEMINI_KEY_FILE" "/run/secrets/colloquy/gemini-key" }}
{{- end }}
{{- if has "state" $needs }}
{{- $own = set $own "COLLOQUY_STATE_DIR" "/var/lib/colloquy" }}
{{- end }}
{{- if has "publicUrl" $needs }}
{{- $own = merge $own (dict "COLLOQUY_PUBLIC_URL" $values.publicUrl "COLLOQUY_ALLOWED_ORIGINS" $values.publicUrl) }}
{{- end }}
{{- if has "ingestUrl" $needs }}
{{- $own = merge $own (dict "COLLOQUY_INGEST_URL" $values.publicUrl "COLLOQUY_ALLOWED_ORIGINS" $values.publicUrl) }}
{{- end }}
{{- if .values.gpus }}
{{- $own = set $own "COLLOQUY_TENSORFLOW_DEVICE" "gpu" }}
{{- end }}
{{- with .values.javaOptions }}
{{- $own = set $own "JDK_JAVA_OPTIONS" . }}
{{- end }}
{{- if and (has "redis" $needs) (not $values.redis.existingSecret.name) }}
{{- $own = set $own "COLLOQUY_REDIS" $values.redis.url }}
{{- end }}
{{- range $variable, $value := merge (deepCopy .values.env) $own }}
- name: {{ $variable }}
  value: {{ $value | quote }}
{{- end }}
{{- if and (has "redis" $needs) $values.redis.existingSecret.name }}
- name: COLLOQUY_REDIS
  valueFrom:
    secretKeyRef: {{ toYaml $values.redis.existingSecret | nindent 6 }}
{{- end }}
{{- end }}

{{/* The secrets of one service, as files. Same argument. */}}
{{- define "colloquy.secretFiles" -}}
{{- $secrets := .root.Values.secrets -}}
{{- include "colloquy.secretItem" (dict "secret" (dict "name" $secrets.databasePasswords.name "key" .spec.role) "path" "database-password") }}
{{- if has "masterKey" .spec.needs }}
{{ include "colloquy.secretItem" (dict "secret" $secrets.masterKey "path" "master-key") }}
{{- end }}
{{- if has "verificationKey" .spec.needs }}
{{ include "colloquy.secretItem" (dict "secret" $secrets.tokenVerificationKey "path" "token-verification-key.pem") }}
{{- end }}
{{- if has "signingKey" .spec.needs }}
{{ include "colloquy.secretItem" (dict "secret" $secrets.tokenSigningKey "path" "token-signing-key.pem") }}
{{- end }}
{{- if and (has "providers" .spec.needs) $secrets.openaiKey.name }}
{{ include "colloquy.secretItem" (dict "secret" $secrets.openaiKey "path" "openai-key") }}
{{- end }}
{{- if and (has "providers" .spec.needs) $secrets.geminiKey.name }}
{{ include "colloquy.secretItem" (dict "secret" $secrets.geminiKey "path" "gemini-key") }}
{{- end }}
{{- end }}
