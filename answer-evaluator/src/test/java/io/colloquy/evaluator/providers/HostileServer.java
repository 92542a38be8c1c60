package io.colloquy.evaluator.providers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider on a raw socket, so that it can misbehave in every way. One connection for each call. */
public final class HostileServer implements AutoCloseable {
    private final ServerSocket server;
    private final Behaviour behaviour;
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What it does with a call. */
    public interface Behaviour {
        /**
         * Answers, or not.
         *
         * @param call from 1
         * @param body of the request
         */
        void answer(int call, String body, Reply reply) throws Exception;
    }

    private HostileServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    /** Starts it on a free port. */
    public static HostileServer start(Behaviour behaviour) throws IOException {
        HostileServer server = new HostileServer(behaviour);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /** The raw line back. */
    public final class Reply {
        private final OutputStream out;

        private Reply(OutputStream out) {
            this.out = out;
        }

        /** A whole answer. */
        public void send(int status, String body, String... headers) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            head(status, bytes.length, headers);
            raw(bytes);
        }

        /** The head of one. */
        public void head(int status, long length, String... headers) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 %d Some\r\nConnection: close\r\n".formatted(status));
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            raw((head + "Content-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Bytes. */
        public void raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Says nothing until the server is closed. */
        public void never() throws InterruptedException {
            closed.await();
        }

        /** A byte now and then until the server is closed or nobody listens. */
        public void drip(String body) throws Exception {
            for (byte one : body.getBytes(StandardCharsets.UTF_8)) {
                raw(new byte[] {one});
                if (closed.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String body = request(new BufferedInputStream(socket.getInputStream()));
            bodies.add(body);
            behaviour.answer(calls.incrementAndGet(), body, new Reply(socket.getOutputStream()));
        } catch (Exception e) {
            // The other side hung up; that is its right.
        }
    }

    private String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        heads.add(head.toString());
        String length = head.toString()
                .toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .findFirst()
                .orElse("content-length: 0");
        return new String(
                in.readNBytes(Integer.parseInt(
                        length.substring(length.indexOf(':') + 1).strip())),
                StandardCharsets.UTF_8);
    }

    /** The root of the API that it pretends to have. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    /** How often it was called. */
    public int calls() {
        return calls.get();
    }

    /** What was sent to it. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** Request lines and headers. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
