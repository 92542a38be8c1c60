package io.colloquy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Asks the operating system about TCP ports of this machine's loopback address. */
public final class LoopbackPorts {
    /** The one address on which everything listens: a laptop's stack is nobody else's business. */
    public static final String HOST = "127.0.0.1";

    private static final int CONNECT_TIMEOUT_MILLIS = 500;
    private static final int HIGHEST = 65_535;
    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 32_000;
    private static final int ATTEMPTS = 1_000;

    private LoopbackPorts() {}

    /**
     * Different ports that are free now; they are held until all are found, so that none comes twice. They lie below those
     * that operating systems give to outgoing connections, which would take one between here and its use.
     */
    public static List<Integer> findFree(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int attempt = 0; held.size() < count && attempt < ATTEMPTS; attempt++) {
                tryListen(ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE))
                        .ifPresent(held::add);
            }
            if (held.size() < count) {
                throw new StackException("Expected to find %d free ports from %d to %d, but found %d"
                        .formatted(count, LOWEST_FREE, HIGHEST_FREE, held.size()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(LoopbackPorts::close);
        }
    }

    private static Optional<ServerSocket> tryListen(int port) {
        try {
            return Optional.of(listen(port));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Refuses a port on which something listens, with the variable that moves it. */
    public static void requireFree(int port, String owner, String variable) {
        try {
            listen(port).close();
        } catch (IOException e) {
            throw new StackException(
                    "Expected port %d to be free for %s, but another process listens on it; set %s to move it"
                            .formatted(port, owner, variable),
                    e);
        }
    }

    /** The port that a variable names, or the default; a value that is no port is refused. */
    public static int read(Map<String, String> environment, String variable, int defaultPort) {
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            return defaultPort;
        }
        int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
        if (port < 1 || port > HIGHEST) {
            throw new StackException(
                    "Expected %s to be a port from 1 to %d, but it is '%s'".formatted(variable, HIGHEST, value));
        }
        return port;
    }

    /** Whether something accepts connections there. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
