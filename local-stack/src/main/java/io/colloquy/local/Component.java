package io.colloquy.local;

/** The four things that the services stand on, with the port of each and the variable that moves it. */
public enum Component {
    KAFKA("Kafka", "COLLOQUY_KAFKA_PORT", 9092),
    REGISTRY("the schema registry", "COLLOQUY_REGISTRY_PORT", 8085),
    POSTGRES("Postgres", "COLLOQUY_POSTGRES_PORT", 54320),
    REDIS("Redis", "COLLOQUY_REDIS_PORT", 6379);

    private final String title;
    private final String portVariable;
    private final int defaultPort;

    Component(String title, String portVariable, int defaultPort) {
        this.title = title;
        this.portVariable = portVariable;
        this.defaultPort = defaultPort;
    }

    /** How sentences name it. */
    public String title() {
        return title;
    }

    /** The environment variable that moves its port. */
    public String portVariable() {
        return portVariable;
    }

    public int defaultPort() {
        return defaultPort;
    }
}
