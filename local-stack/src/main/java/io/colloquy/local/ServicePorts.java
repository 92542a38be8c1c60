package io.colloquy.local;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

/** The HTTP port of each service. */
public record ServicePorts(Map<Service, Integer> ports) {

    public ServicePorts {
        ports = Map.copyOf(ports);
    }

    /** Known ports, each movable by its variable. */
    public static ServicePorts known(Map<String, String> environment) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, LoopbackPorts.read(environment, service.portVariable(), service.defaultPort()));
        }
        return new ServicePorts(ports);
    }

    /** Ports that are free now. */
    public static ServicePorts free() {
        Iterator<Integer> free = LoopbackPorts.findFree(Service.values().length).iterator();
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, free.next());
        }
        return new ServicePorts(ports);
    }

    public int of(Service service) {
        return ports.get(service);
    }

    /** Refuses taken ports before anything has been started. */
    void requireFree() {
        for (Service service : Service.values()) {
            LoopbackPorts.requireFree(of(service), service.id(), service.portVariable());
        }
    }
}
