{{- define "colloquy.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name }}{{ else }}{{ .Release.Name }}-{{ .Chart.Name }}{{ end -}}
{{- end }}

{{/* Labels of an object. Argument: a dict of root and component. */}}
{{- define "colloquy.labels" -}}
{{ include "colloquy.selector" . }}
app.kubernetes.io/part-of: colloquy
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{/* What a selector may use: never changes from version to version. */}}
{{- define "colloquy.selector" -}}
app.kubernetes.io/name: colloquy
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "colloquy.image" -}}
{{ .root.Values.image.repository }}/{{ .component }}:{{ .tag | default .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end }}
