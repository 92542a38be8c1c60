package io.colloquy.local;

import java.util.List;
import java.util.Map;

/** The port of each component; {@code kafkaController} is the broker's own second port and always a free one. */
public record StackPorts(int kafka, int kafkaController, int registry, int postgres, int redis) {

    /** Known ports for a stack that a person works with, each movable by its variable. */
    public static StackPorts known(Map<String, String> environment) {
        return new StackPorts(
                read(environment, Component.KAFKA),
                LoopbackPorts.findFree(1).getFirst(),
                read(environment, Component.REGISTRY),
                read(environment, Component.POSTGRES),
                read(environment, Component.REDIS));
    }

    /** Ports that are free now, for demos and tests beside anything else. */
    public static StackPorts free() {
        List<Integer> ports = LoopbackPorts.findFree(5);
        return new StackPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }

    public int of(Component component) {
        return switch (component) {
            case KAFKA -> kafka;
            case REGISTRY -> registry;
            case POSTGRES -> postgres;
            case REDIS -> redis;
        };
    }

    /** Refuses to start on a taken port before anything has been started. */
    void requireFree() {
        for (Component component : Component.values()) {
            LoopbackPorts.requireFree(of(component), component.title(), component.portVariable());
        }
    }

    private static int read(Map<String, String> environment, Component component) {
        return LoopbackPorts.read(environment, component.portVariable(), component.defaultPort());
    }
}
