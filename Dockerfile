# syntax=docker/dockerfile:1
# The image of one service:
#   docker build --build-arg SERVICE=ingest-api -t colloquy/ingest-api:0.1.0 .
# SERVICE is a module: ingest-api, report-service, answer-evaluator, frame-processor or session-projector.

FROM eclipse-temurin:25-jdk-noble AS build
ARG SERVICE
# Maven profiles, comma-separated; "gpu" puts TensorFlow for CUDA into frame-processor.
ARG PROFILES=""
WORKDIR /source
COPY . .
# Only this service and what it needs is built; libraries come out of a cache that all five builds share.
RUN --mount=type=cache,target=/root/.m2,sharing=locked <<'STEPS'
set -eu
test -n "$SERVICE" || { echo "Expected the build argument SERVICE to name a module, but it is empty" >&2; exit 1; }
./mvnw -B -ntp ${PROFILES:+"-P$PROFILES"} -pl "$SERVICE" -am -Dmaven.test.skip=true package dependency:copy-dependencies -DincludeScope=runtime
mkdir -p /image/lib
cp "$SERVICE"/target/dependency/*.jar "$SERVICE/target/$SERVICE"-*.jar /image/lib/
deploy/java-arguments.sh "$SERVICE/target/classes" /image
STEPS

FROM eclipse-temurin:25-jre-noble
ARG SERVICE
LABEL org.opencontainers.image.title="colloquy ${SERVICE}" \
      org.opencontainers.image.description="One service of Colloquy, configured by environment variables"
# State of Kafka Streams and unpacked native libraries; everything else may be read-only.
RUN groupadd --system --gid 10001 colloquy \
 && useradd --system --uid 10001 --gid colloquy --home-dir /var/lib/colloquy --shell /usr/sbin/nologin colloquy \
 && install -d -o colloquy -g colloquy -m 0750 /var/lib/colloquy /var/cache/colloquy
COPY --from=build /image /opt/colloquy
ENV COLLOQUY_HTTP_HOST=0.0.0.0 \
    COLLOQUY_HTTP_PORT=8080 \
    COLLOQUY_STATE_DIR=/var/lib/colloquy
# By number, so that Kubernetes can see that it is not root.
USER 10001:10001
WORKDIR /var/lib/colloquy
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --start-interval=1s --retries=3 \
    CMD ["/opt/colloquy/healthy"]
# What follows the options is the main class: the service's own, or another of the same class path (see docs/deployment.md).
ENTRYPOINT ["java", "@/opt/colloquy/java.options"]
CMD ["@/opt/colloquy/main.class"]
