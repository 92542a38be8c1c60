package io.colloquy.reports.http;

import io.colloquy.platform.http.Problem;
import io.colloquy.platform.sealing.KeysUnavailableException;
import io.colloquy.schemas.registry.RegistryUnavailableException;
import io.javalin.http.Handler;
import org.jdbi.v3.core.ConnectionException;

/**
 * Something that can be read.
 *
 * @param path as in the OpenAPI document, parameters in braces
 * @param handler answers GET
 */
public record Endpoint(String path, Handler handler) {

    /** The handler, telling "a dependency is away" from "this failed". */
    public Handler answering() {
        return context -> {
            try {
                handler.handle(context);
            } catch (ConnectionException | KeysUnavailableException e) {
                throw Problem.unavailable("Expected Postgres to answer, but it did not");
            } catch (RegistryUnavailableException e) {
                throw Problem.unavailable("Expected the schema registry to answer, but it did not");
            }
        };
    }
}
