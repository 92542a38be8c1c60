{{/* What every pod of the chart has in common: it is nobody, may nothing and writes nothing but its volumes. */}}
{{- define "colloquy.pod" -}}
automountServiceAccountToken: false
# Kubernetes would add variables named after services, in our own name space.
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{ toYaml . | nindent 2 }}
{{- end }}
# The last entry, since whoever includes this may add to it.
securityContext:
  runAsNonRoot: true
  seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "colloquy.container" -}}
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .user }}
  runAsGroup: {{ .user }}
  readOnlyRootFilesystem: true
  allowPrivilegeEscalation: false
  capabilities: { drop: [ALL] }
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
{{- end }}

{{/* Replicas stay apart where they can. Argument: a dict of root and component. */}}
{{- define "colloquy.spread" -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{ include "colloquy.selector" . | nindent 8 }}
{{- end }}

{{- define "colloquy.secretItem" -}}
- secret:
    name: {{ .secret.name }}
    items: [{ key: {{ .secret.key | quote }}, path: {{ .path }} }]
{{- end }}
